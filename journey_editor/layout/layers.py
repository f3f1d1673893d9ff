"""The layers of a picture, from the lowest to the topmost."""

PAPER, LANES, GROUND, CURVE, ARROWS, WAYS, CARDS, WORDS, FACES = range(9)
