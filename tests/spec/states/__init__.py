"""The sixteen states of table 3 as propositions: each state for each class, what wins, who decides, what contradicts."""
