"""From one sheet's printed figures and a seed to claims, obligors and entries in whole yen.

The one idea: go backwards. The yen totals of every year are drawn first so that they round to the printed cells; then the claims
still open at the end are made from the state table, and the money of each year is put back onto them or onto claims that were
settled in that year, until the opening balance is reached. Everything is pure and decided by the seed. Nothing is stored here.

  spans → yen (totals per year and column) → states (yen per state) → drafts, cohorts, flows → build
        → days, entries, history, people → claims
"""
