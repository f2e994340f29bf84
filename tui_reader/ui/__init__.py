"""The interface: the only part of the program that knows Textual.

Widgets do not know each other. The screen hands attributes down and gets messages up; slow work
runs in threads that post messages (`reports`, `note_reports`) and touch no widget.

A feature of the screen is a file in `screens/`, whose docstring lists them all. What opens over the
screen is in `dialogs/`. Every command and its keys are in `command_table`.
"""
