"""One person on one screen: who it is, what is owed, what runs, what happened; contacts, facts, marks, parties and joins."""
