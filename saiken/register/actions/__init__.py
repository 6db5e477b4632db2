"""Every write of the register, one verb per file.

The one idea: an action is keyword-only, is told who acts (`by=`) and from which day it takes effect (`on=`), runs in one transaction
and leaves exactly one audit row. Callers never touch the models. Amounts are whole yen and positive; the verb gives the sign.
"""
