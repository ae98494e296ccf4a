"""Deliveries: planned, queued, sent, settled; and the answers that come back."""
