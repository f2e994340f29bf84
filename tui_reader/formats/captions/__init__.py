"""What caption formats are made of: cues, voices in them, and text that rolls."""
