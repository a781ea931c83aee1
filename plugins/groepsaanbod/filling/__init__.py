"""What the form for partners is made of: files that a browser reads."""
