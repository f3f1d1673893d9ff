"""The inspector: every field of what is selected, from a table of fields and pages made of it."""
