-- closes the new file: everything is in it, no log remains
detach published
