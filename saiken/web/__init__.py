"""The screens: server-rendered pages that show what queries return and send what people do to actions.

The one idea: one folder per screen (view, template, fragment), every route on the one page `urls.py`, every right in
`permissions.py`. Nothing here reads or writes a model.
"""
