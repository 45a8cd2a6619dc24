"""Define the values of the program: frozen, and free of Qt, network and disk."""
