"""The rules of law, one subject per file, each a pure function that explains itself.

The one idea: a rule takes facts, a day and the law book, and answers with a value and its reasons. It reads no storage and no clock.
"""
