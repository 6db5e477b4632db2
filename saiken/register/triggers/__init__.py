"""Database triggers: what the register refuses even from a hand with direct access to the database.

The one idea: `append_only` refuses change and removal on every append-only table, `ledger` keeps the balance and the sequence as each
entry comes in. Both exist for SQLite and PostgreSQL with one meaning; their refusals begin with `saiken:` and a word that
`actions._refusals` turns into a sentence.
"""
