"""commitrack keeps public commitments on the record until each is delivered, or openly not."""

__version__ = "0.1.0"
