"""The windows and dialogs of the program."""
