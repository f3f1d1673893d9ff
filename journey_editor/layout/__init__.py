"""From a map to primitives in points: measured, wrapped and placed, without any toolkit."""
