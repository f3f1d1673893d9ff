"""What matplotlib draws: the emotion curve as primitives and as pixels."""
