"""What the archive tells: who said what, and how a story went on."""
