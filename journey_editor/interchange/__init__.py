"""Other people's formats: each module reads or writes one and says what it could not carry."""
