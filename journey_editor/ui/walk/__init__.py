"""The walk: taking the journey oneself, card by card, and what one says of it on the way."""
