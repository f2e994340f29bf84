"""Playing a recording in mpv, and knowing what is being spoken.

    command     the words that start mpv: no shell, nothing that a transcript could slip in
    connection  mpv's JSON over a pair of sockets that only the two ends have
    hearing     what mpv reports, made into what there is to tell
    player      the process: started, told what to do, ended with the reader
    spoken      the words of a transcript that are spoken at a time

Nothing here knows the interface; a player calls back from a thread of its own.
"""

from tui_reader.playing.hearing import Ended, Heard, Report
from tui_reader.playing.player import Player
from tui_reader.playing.spoken import Spoken, spoken_at

__all__ = ["Ended", "Heard", "Player", "Report", "Spoken", "spoken_at"]
