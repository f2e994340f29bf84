import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.library.merging import Merged, merged
from tui_reader.loading import Loaded
from tui_reader.model import Link, Mark, Metadata, Problem, Section, Status, Transcript, Turn
from tui_reader.naming import named_by_path

WORDS = "The beans are in flower and the frost is gone so we may sow the squash on Sunday morning"
OTHERS = "Reset every router before lunch then write down which of them answered and which did not"


def said(
    words: str = WORDS, *, speaker: str | None = None, start: int | None = None
) -> tuple[Turn, ...]:
    marks = (Mark(0, start),) if start is not None else ()
    return (Turn(words, speaker, start, None if start is None else start + 9_000, marks),)


def file(
    name: str,
    turns: Sequence[Turn] = (),
    metadata: Metadata | None = None,
    *,
    sections: Sequence[Section] = (),
    notes: str = "",
    problems: Sequence[Problem] = (),
    status: Status = Status.TRANSCRIBED,
) -> Loaded:
    """A file as `load` answers."""
    path = Path(name)
    about = named_by_path(metadata or Metadata(), path)
    parts = (about, tuple(turns), tuple(sections), notes, tuple(problems), status)
    return Loaded(path, "some format", "UTF-8", Transcript(*parts))


def one(*files: Loaded) -> Merged:
    (found,) = merged(files)
    return found


def main(*files: Loaded) -> str:
    return one(*files).loaded.path.name


def test_a_file_alone_stays_what_it_is() -> None:
    alone = file("talk.vtt", said())
    assert merged([alone]) == [Merged(alone, ())]


def test_speakers_and_times_are_worth_more_than_times_those_more_than_speakers() -> None:
    text, named = file("talk.txt", said()), file("talk.md", said(speaker="Ada"))
    timed = file("talk.srt", said(start=0))
    both = file("talk.vtt", said(speaker="Ada", start=0))
    assert main(text, named) == "talk.md"
    assert main(text, named, timed) == "talk.srt"
    assert main(text, named, timed, both) == "talk.vtt"
    assert one(text, named, timed, both).others == tuple(
        map(Path, ("talk.srt", "talk.md", "talk.txt"))
    )


def test_of_equals_the_one_with_more_words_is_read_and_else_the_first() -> None:
    longer = file("talk.vtt", said(f"{WORDS} and so on", start=0))
    assert main(file("talk.srt", said(start=0)), longer) == "talk.vtt"
    assert main(file("talk.srt", said(start=0)), file("talk.vtt", said(start=0))) == "talk.srt"


def test_of_the_same_words_those_with_finer_times_are_read() -> None:
    fine = file("talk.vtt", [Turn(WORDS, None, 0, 9_000, (Mark(0, 0), Mark(10, 2_000)))])
    coarse = file("talk.srt", said(f"{WORDS}.", start=0))
    assert main(coarse, fine) == "talk.vtt"


def test_a_name_that_all_files_have_is_the_title() -> None:
    found = one(file("my_caption.srt", said(start=0)), file("my_caption.vtt", said(start=0)))
    assert found.loaded.transcript.metadata.title == "my caption"


def test_a_translation_is_read_only_where_it_is_richer() -> None:
    original, polish = file("talk.vtt", said(start=0)), file("talk.pl.vtt", said(OTHERS, start=0))
    assert main(polish, original) == "talk.vtt"
    assert one(polish, original).others == (Path("talk.pl.vtt"),)
    english = file("talk.en.vtt", said(start=0))
    assert main(english, polish) == "talk.en.vtt"
    assert main(polish, english) == "talk.pl.vtt"
    assert main(english, file("talk.pl.vtt", said(OTHERS, speaker="Ewa", start=0))) == "talk.pl.vtt"


def test_captions_that_somebody_wrote_go_before_those_of_a_machine() -> None:
    machine = file("talk.en.auto.vtt", said(f"{WORDS} well", start=0))
    assert main(machine, file("talk.en.vtt", said(start=0))) == "talk.en.vtt"


def test_a_post_tells_what_its_captions_are_about() -> None:
    day = datetime.date(2024, 3, 9)
    link = Link("Seeds", "https://example.org/seeds")
    about = Metadata("Beans", "Garden talk", "7", day, 3_600_000, "en", ("food",), (), (link,))
    about = replace(about, recording="sound/beans.mp3")
    post = file("2024-talk.md", (), about, notes="We talk of beans.", problems=[Problem(3, "odd")])
    captions = file("2024-talk.vtt", said(start=0), problems=[Problem(9, "a cue left out")])
    found = one(post, captions)
    transcript = found.loaded.transcript
    assert (found.loaded.path.name, found.others) == ("2024-talk.vtt", (post.path,))
    assert transcript.metadata == about
    assert transcript.notes == "We talk of beans."
    assert transcript.problems == (Problem(9, "a cue left out"),), "lines are those of its file"


def test_what_the_main_file_says_itself_comes_first() -> None:
    captions = file("talk.vtt", said(start=0), Metadata("Its own", tags=("a", "b")), notes="First.")
    post = file("talk.md", (), Metadata("Another", "Show", tags=("b", "c")), notes="Second.")
    transcript = one(post, captions).loaded.transcript
    assert transcript.metadata == Metadata("Its own", "Show", tags=("a", "b", "c"))
    assert transcript.notes == "First.\n\nSecond."


def test_a_title_lacks_what_tells_the_files_apart() -> None:
    found = one(
        file("2024-03-09-the-talk-en.vtt", said(start=0)),
        file("2024-03-09-the-talk-pl.vtt", said(OTHERS, start=0)),
    )
    metadata = found.loaded.transcript.metadata
    assert (metadata.title, metadata.language) == ("the talk", "en")
    assert metadata.date == datetime.date(2024, 3, 9)
    found = one(file("my-talk/index.md", notes="Notes."), file("my-talk/S01.vtt", said(start=0)))
    assert found.loaded.transcript.metadata.title == "my talk"


def test_a_translation_adds_nothing_to_the_page() -> None:
    polish = file("talk.pl.vtt", said(OTHERS), Metadata("Fasola"), notes="Uwagi.")
    transcript = one(file("talk.en.vtt", said(start=0)), polish).loaded.transcript
    assert (transcript.metadata.title, transcript.notes) == ("talk", "")


CHAPTERS = (Section("Beans", 0, 0), Section("Squash", 0, 60_000))


def test_chapters_are_laid_over_the_talk() -> None:
    turns = (*said(start=0), *said(OTHERS, start=60_000))
    chapters = file("talk.chapters.json", sections=CHAPTERS)
    transcript = one(chapters, file("talk.vtt", turns)).loaded.transcript
    assert transcript.sections == (Section("Beans", 0, 0), Section("Squash", 1, 60_000))


def test_chapters_of_its_own_are_kept() -> None:
    own = (Section("Its own", 0, 0),)
    found = one(file("talk.vtt", said(start=0), sections=own), file("talk.json", sections=CHAPTERS))
    assert found.loaded.transcript.sections == own


def test_a_post_and_chapters_are_an_episode_without_words() -> None:
    post = file("talk.md", notes="Soon.", status=Status.MISSING)
    transcript = one(file("talk.chapters.json", sections=CHAPTERS), post).loaded.transcript
    assert (transcript.turns, transcript.notes, transcript.sections) == ((), "Soon.", CHAPTERS)


def test_a_post_whose_transcript_is_elsewhere_has_it_beside() -> None:
    for status in (Status.MISSING, Status.ELSEWHERE):
        post = file("talk.md", notes="The words are in another file.", status=status)
        assert one(post, file("talk.vtt", said(start=0))).loaded.transcript.status == "transcribed"


def test_files_that_have_nothing_in_common_but_a_name_stay_apart() -> None:
    notes, talk = file("notes.md", said(OTHERS)), file("notes.vtt", said(start=0))
    found = merged([notes, talk])
    assert [(each.loaded, each.others) for each in found] == [(talk, ()), (notes, ())]
    long = " ".join(f"{word}{n}" for n in range(9) for word in OTHERS.split())
    again = " ".join(f"{word}{n}" for n in range(9) for word in reversed(OTHERS.split()))
    assert len(merged([file("a.txt", said(long)), file("a.vtt", said(again, start=0))])) == 2


def test_a_few_common_words_are_nothing_in_common_with_a_long_talk() -> None:
    long = " ".join(f"{word}{n} are in the" for n in range(9) for word in WORDS.split())
    assert (
        len(merged([file("a.vtt", said(long, start=0)), file("a.srt", said("The beans are in"))]))
        == 2
    )


def test_two_recognisers_that_heard_a_few_words_otherwise_heard_the_same() -> None:
    words = [f"{word}{n}" for n in range(9) for word in WORDS.split()]
    heard = [f"um {word}" if n % 6 == 0 else word for n, word in enumerate(words)]
    both = [file("a.txt", said(" ".join(heard))), file("a.vtt", said(" ".join(words), start=0))]
    assert one(*both).others == (Path("a.txt"),)


def test_writing_without_spaces_is_compared_too() -> None:
    words = "今日は庭の豆について話します。霜はもう降りません。日曜日に種をまきましょう。"
    both = [file("a.txt", said(words)), file("a.vtt", said(f"{words}はい。", start=0))]
    assert len(merged(both)) == 1


def test_an_article_above_a_talk_becomes_its_notes() -> None:
    article = file("talk.md", said(OTHERS), Metadata("Routers", show="Network hour"))
    found = one(article, file("talk.vtt", said(start=0)))
    assert found.loaded.transcript.notes == OTHERS
    assert found.loaded.transcript.metadata.title == "Routers"


def test_what_an_article_says_twice_it_says_twice() -> None:
    verse = (Turn("La la la."), *said(OTHERS), Turn("La la la."))
    about = Metadata(tags=("song",))
    found = one(file("talk.vtt", said(start=0)), file("talk.md", verse, about))
    assert found.loaded.transcript.notes == f"La la la.\n\n{OTHERS}\n\nLa la la."
    assert found.loaded.path.name == "talk.vtt"


FILES = [
    file(f"talk{ending}", turns, metadata, sections=sections, notes=notes)
    for ending, turns, metadata, sections, notes in [
        (".md", (), Metadata(show="S"), (), "Notes."),
        (".post.md", said(OTHERS), Metadata(show="S"), (), ""),
        (".vtt", said(start=0), None, (), ""),
        (".srt", said(start=0), None, (), ""),
        (".pl.vtt", said(OTHERS, start=0), None, (), ""),
        (".txt", said("Quite different"), None, (), ""),
        (".json", (), None, CHAPTERS, ""),
    ]
]


@given(st.permutations(FILES).flatmap(lambda files: st.integers(1, 7).map(lambda n: files[:n])))
def test_no_file_is_lost_and_what_is_read_again_is_the_same(files: list[Loaded]) -> None:
    found = merged(files)
    paths = [path for each in found for path in (each.loaded.path, *each.others)]
    assert sorted(paths) == sorted(each.path for each in files)
    by_path = {each.path: each for each in files}
    for each in found:
        again = merged([by_path[path] for path in (each.loaded.path, *each.others)])
        assert again[0].loaded == each.loaded
