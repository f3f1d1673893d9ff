"""The layers of a picture, from the lowest to the topmost."""

PAPER, LANES, GROUND, CURVE, ARROWS, CARDS, WORDS, FACES = range(8)
