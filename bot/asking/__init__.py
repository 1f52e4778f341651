"""What an adviser asks or tells the bot in plain words: which visits are meant, and what is to be done."""
