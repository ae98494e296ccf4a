"""All editions as a site: written, or served live."""
