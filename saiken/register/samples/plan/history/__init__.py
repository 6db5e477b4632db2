"""What was done about a planned claim, so that the state its paper shows follows from it by the register's own rules.

The one idea: a recipe per state tells how an office comes to it; the clock of prescription is kept running or let run out by what obligors
sign and pay. Everything is drawn from the obligor's own source of chance, so that one person's claims share their days. Whether a
state really follows is not decided here; the rules decide, and tests compare.

  clock → story → recoverable, settlement, ended → parties → tell
"""
