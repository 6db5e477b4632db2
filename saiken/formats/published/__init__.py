"""Published papers (sheets of both editions, the progress report) as text, PDF with a text layer, or workbook →
`Paper`.

The one idea: every kind of file becomes numbered lines of text, tab-separated where the file shows columns, and one
reader reads them. It reads only; forms that a section fills and sends back are `sheet_workbook`'s.
"""
