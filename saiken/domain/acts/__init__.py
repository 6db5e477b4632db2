"""What the staff may do about a person's claims, and who must approve it."""
