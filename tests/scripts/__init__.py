"""What the scripts reckon, which nobody would notice to be wrong."""
