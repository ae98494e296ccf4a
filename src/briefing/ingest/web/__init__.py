"""Asking servers: politely, within limits, and only public ones."""
