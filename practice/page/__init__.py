"""The page of the practice room: a small web server on loopback, and the files the browser gets."""
