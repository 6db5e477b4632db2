"""Papers made from the register: the files there are of one sheet and of the whole city.

The one idea: formats and printing write sheets and know no register, queries read sheets and know no file; here they meet, once for every
command. Nothing is stored.
"""
