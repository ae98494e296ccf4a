"""Editions: made from the archive or from files, written, verified."""
