"""Other people's file formats, in and out, as bytes."""
