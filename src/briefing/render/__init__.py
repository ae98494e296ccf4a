"""What an edition looks like: one output format a file, each made from the edition alone."""
