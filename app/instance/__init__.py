"""One running program per user and screen: later starts hand over what they want and end."""
