"""How much of a file is read: apart from the reader, so that asking this does not load it."""

LARGEST = 1_000_000  # bytes; the largest real agenda seen is 12 KB
MOST_MISTAKES = 1_000  # that are listed of one file
MOST_MENDS = 50  # mistakes in the notation after which nobody reads on
MOST_WORK = 2_000_000  # characters that are looked at, again and again, to find more than the first of them
