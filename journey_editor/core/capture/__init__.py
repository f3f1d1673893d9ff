"""The grammar of the capture line: `line` reads one, `lines` a file of them, `captured` is what they say."""
