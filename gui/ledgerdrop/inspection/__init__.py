"""Look inside a file before it goes: first rows, control totals, and what a careful colleague would notice."""
