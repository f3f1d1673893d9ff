"""What all maps of a file share, at the left: people, owners and evidence, each kept in a panel of its own."""
