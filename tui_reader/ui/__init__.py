"""The interface: the only part of the program that knows Textual.

Widgets do not know each other. The screen hands attributes down and gets messages up; slow work
runs in threads that post messages and touch no widget.
"""

import os

# What a key has changed is painted with the next frame, and two of Textual's take as long as a
# search. It looks here when it is imported.
os.environ.setdefault("TEXTUAL_FPS", "120")
