"""The specification of the law: one proposition per case, run on every engine, printed as docs/spec."""
