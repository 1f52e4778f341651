"""What Slack shows, as pure functions: frozen values in, blocks of Block Kit out; nothing here asks or remembers."""
