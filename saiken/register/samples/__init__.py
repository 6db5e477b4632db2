"""The demo city: published figures of a real city turned into a register of invented claims.

The one idea: only figures and names of receivables are real and their source is named; every claim, obligor and address is
planned from them and visibly fictional. Nothing outside this package knows that a register is a sample.
"""
