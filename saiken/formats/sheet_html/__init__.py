"""The sheet as accessible HTML: a fragment for the screens and a page that stands alone.

The one idea: the form's tables are real tables, every figure is tied to its row and column headers, and what a screen adds (links behind
figures, findings beside cells) comes in as parameters. It knows no web framework and no address.
"""
