"""Papers as PDF: the yearly sheets now, letters with the same machinery.

The one idea: a paper is a template in `templates/` and a document of plain values (texts already worded and figures already formatted),
so templates only lay out and Python only words. It computes no figure and stores nothing.
"""
