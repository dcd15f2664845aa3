"""Pages to read: an address each, a page value each, a template each."""
