"""From the words of a reply to what the writer said, each conclusion with the words that led to it."""
