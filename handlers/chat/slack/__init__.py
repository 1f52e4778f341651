"""Slack: the team's window. Only what lies in this folder knows slack_bolt and slack_sdk, and loads them lazily."""
