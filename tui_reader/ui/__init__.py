"""The interface: the only part of the program that knows Textual.

Widgets do not know each other. The screen hands attributes down and gets messages up; slow work
runs in threads that post messages and touch no widget.
"""
