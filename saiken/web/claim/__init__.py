"""One claim: its facts, its ledger with running balances, who answers for it, its state with the proof, its prescription."""
