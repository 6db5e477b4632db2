"""Approvals: lists of proposals, the document of decision, deciding one or many, what the assembly and the mayor decide."""
