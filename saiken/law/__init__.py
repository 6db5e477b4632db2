"""The law as data: acts, parameters and ordinances an official can review without reading Python.

The one idea: a value of the law is looked up for a day, with its citation, or refused. This package imports nothing of
saiken's and knows neither claims nor databases.
"""
