"""The picture on paper: PDF, SVG and PNG as bytes."""
