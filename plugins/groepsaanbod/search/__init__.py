"""What the search page is given: an index, words, choices and cards, as small files."""
