"""A sheet as the form reads it, every figure opening to what is behind it; as workbook, PDF, CSV and JSON too."""
