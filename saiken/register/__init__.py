"""The claim register (債権管理台帳): claims, their append-only entries, and what people stated on the yearly sheets.

The one idea: what happened is written once and never changed; every figure is a sum over it as of an effective day and a recorded
moment. Writes are `actions`, reads are `queries`; nothing else touches the models.
"""
