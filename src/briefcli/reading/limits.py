"""How much of a file is read: apart from the reader, so that asking this does not load it."""

LARGEST = 1_000_000  # bytes; the largest real agenda seen is 12 KB
MOST_MISTAKES = 1_000  # that are listed of one file
