from tui_reader.formats import detect
from tui_reader.formats.lrc import FORMAT


def test_a_line_with_several_times_is_sung_at_each() -> None:
    (turn,) = FORMAT.parse("[00:01.00][00:05.50]Again\n[00:03.00]Once\n").turns
    assert turn.text == "Again Once Again"
    assert [time for _, time in turn.marks] == [1_000, 3_000, 5_500]


def test_without_repetition_the_order_of_the_file_is_kept() -> None:
    (turn,) = FORMAT.parse("[00:05.00]First\n[00:01.00]second\n").turns
    assert turn.text == "First second"


def test_tags_are_about_the_song() -> None:
    transcript = FORMAT.parse(
        "[ti: A walk ]\n[ar:Ann]\n[al:Walks]\n[by:Bob]\n[length:3:20]\n[re:a program]\n"
        "[offset:-250]\n[00:01.00]Words\n"
    )
    about = transcript.metadata
    assert (about.title, about.people, about.show, about.duration) == (
        "A walk",
        ("Ann",),
        "Walks",
        200_000,
    )
    assert transcript.notes == "Timed by Bob"
    assert transcript.turns[0].start == 1_250
    assert transcript.problems == ()


def test_an_offset_never_leads_before_the_beginning() -> None:
    assert FORMAT.parse("[offset:5000]\n[00:01.00]Words\n").turns[0].start == 0


def test_times_of_words_are_no_words() -> None:
    (turn,) = FORMAT.parse("[00:01.00]<00:01.00>Two <00:01.40>words\n").turns
    assert turn.text == "Two words"


def test_a_time_without_words_ends_the_line_before() -> None:
    first, second = FORMAT.parse("[00:01.00]One\n[00:02.00]\n[00:09.00]Two\n").turns
    assert (first.text, first.end, second.text) == ("One", 2_000, "Two")


def test_words_without_a_time_are_kept_and_told() -> None:
    transcript = FORMAT.parse("[00:01.00]One\nmore\n")
    assert transcript.turns[0].text == "One more"
    assert [problem.line for problem in transcript.problems] == [2]


def test_minutes_may_be_many() -> None:
    assert FORMAT.parse("[75:01.5]One\n[76:00.123]Two\n").turns[0].start == 4_501_500


def test_bracketed_times_of_talks_are_left_to_others() -> None:
    talk = "[00:12:05] Ann: One.\n[00:12:09] Bob: Two.\n[00:12:15] Ann: Three.\n"
    assert FORMAT.sniff(talk) == 0
    assert detect("[00:01.00]One\n[00:02.00]Two\n", ".txt").name == "lrc"


def test_a_talk_with_names_and_tags_is_lyrics_by_its_hundredths() -> None:
    text = "[ti:A walk]\n[00:01.00]Ada: Cold?\n[00:03.00]Ben: Very.\n[00:04.00]Ada: Good.\n"
    fmt = detect(text)
    assert fmt.name == "lrc"
    assert fmt.parse(text).speakers == ("Ada", "Ben")
