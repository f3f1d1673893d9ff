"""What all maps of a file share, at the left: personas, owners and evidence, each kept in a panel of its own."""
