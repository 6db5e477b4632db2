"""One obligor and the claims it answers for, within the scope."""
