"""The city's sheets of one year on one page: figures, trends, grades, totals; as CSV and workbook too."""
