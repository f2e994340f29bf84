"""The one screen, feature by feature: each is a class of its own that builds on the one before it.

A feature knows those before it, and none of those behind it. Where something happens that matters
to many, each takes part by a method of the same name that calls `super()`: `show_opened` (an
episode is on the page now), `pane_focused`, `action_leave` (Esc). `tui_reader.ui.main_screen` has
the class that is all of them. From the first to the last:

| where | what one does there |
| :- | :- |
| `working` | slow work: reading the library and searching, each in a thread |
| `opening` | opening an episode or a file, in a thread too |
| `status` | the status line and the title of the page: where one is, what has happened |
| `reading` | the two panes: opening episodes, previews, moving about |
| `library` | the list as it is read, and as its files change on disk |
| `found` | what a search found, in both panes |
| `hits` | from hit to hit, in whichever episode it is |
| `similar` | what is only similar to a search, and what else one could look for |
| `asking` | the search bar: what is typed there is searched, and Esc leads back |
| `searching` | what becomes of the answer: results shown, mistakes told, reading on at a hit |
| `search_history` | queries of earlier times |
| `turn_filter` | only some turns: with hits, of some speakers, of some length |
| `jumping` | going to a place, and the way back from every jump |
| `progress` | how far one is in every episode, and what one has read |
| `places` | every episode opens where one left it |
| `inspecting` | what the open file is, its source, the editor, the episode's other files |
| `selecting` | turns selected with keys |
| `notebook` | marks and notes beside their words, and the way to them in any episode |
| `notes` | writing notes, and the list of all marks and notes |
| `marks` | places with a letter |
| `names` | what people are called, on the page, in the list and in searches |
| `people` | the panel of speakers: whom to show, who is who |
| `list_filter` | only some episodes in the list |
| `zen` | nothing but the transcript |
| `arranging` | contents, text width, times and order, remembered for the next time |
| `exporting` | the transcript written to a file |
| `copying` | words copied and cited, links opened |
| `playing` | the recording, heard and followed |
"""
