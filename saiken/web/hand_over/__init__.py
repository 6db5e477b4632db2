"""Hand-overs between offices: the desk, candidates, the certificate, rules and results."""
