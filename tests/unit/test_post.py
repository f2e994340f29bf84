import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui_reader.formats import detect
from tui_reader.formats.post import FORMAT
from tui_reader.model import Link, Mark, Section, Status, Transcript, Turn

_MATTER = "---\ntitle: T\n---\n"


def _turns(body: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in FORMAT.parse(body).turns]


@pytest.mark.parametrize(
    "label", ["**{}**:", "**{}:**", "__{}__:", "**{} :**", "**{}** :", "**{}:**\n", "**{}::**"]
)
def test_bold_names_speak_in_every_style(label: str) -> None:
    body = f"{label.format('Łucja Bąk')} Hello.\n\n{label.format('Bo')} Yes.\n"
    assert _turns(body) == [("Łucja Bąk", "Hello."), ("Bo", "Yes.")]


@pytest.mark.parametrize(
    "label", ["**Ann [12:05]:**", "**Ann (12:05):**", r"**Ann \[12:05\]:**", "**Ann** (12:05):"]
)
def test_a_time_in_a_label_is_when_the_turn_begins(label: str) -> None:
    first, _ = FORMAT.parse(f"{label} Hello.\n\n**Ann:** Yes.\n").turns
    assert first == Turn("Hello.", "Ann", 725_000, None, (Mark(0, 725_000),), 1)


def test_names_with_times_on_lines_of_their_own_speak_in_a_post() -> None:
    body = "---\ntitle: T\n---\n## Transcript\n\nAnn (00:00:35):\nOne.\n\nBo (00:01:00):\nTwo.\n"
    assert detect(body).name == "post"
    assert [(turn.speaker, turn.start) for turn in FORMAT.parse(body).turns] == [
        ("Ann", 35_000),
        ("Bo", 60_000),
    ]


def test_a_paragraph_without_a_label_goes_on_with_the_speaker() -> None:
    assert _turns("**Ann**: One.\n\nTwo,\nstill two.\n\n**Bo**: Three.\n") == [
        ("Ann", "One.\n\nTwo, still two."),
        ("Bo", "Three."),
    ]


def test_labels_need_no_blank_line_between_them() -> None:
    assert _turns("**Ann**: One.\n**Bo**: Two.\n") == [("Ann", "One."), ("Bo", "Two.")]


def test_what_stands_before_the_transcript_is_notes_as_it_was_written() -> None:
    notes = "Some *words*:\n\n- [Link](https://x.org)"
    transcript = FORMAT.parse(f"{notes}\n\n### Transkrypcja\n\n**Ann**: One.\n\n**Bo**: Two.\n")
    assert transcript.notes == notes
    assert transcript.metadata.links == (Link("Link", "https://x.org"),)
    assert transcript.sections == (Section("Transkrypcja", 0),)


def test_headings_between_turns_are_sections() -> None:
    transcript = FORMAT.parse(
        "**A B**: One.\n\n## *Later*\n\nGoing on.\n\n**Bo**: Two.\n\n**A B**: x\n"
    )
    assert transcript.sections == (Section("Later", 1),)
    assert [turn.speaker for turn in transcript.turns] == ["A B", "A B", "Bo", "A B"]


def test_notes_below_the_transcript_are_notes() -> None:
    transcript = FORMAT.parse("**A**: x\n\n**B**: y\n\n**A**: z\n\n## Show notes\n\nBuy *milk*.\n")
    assert transcript.notes == "## Show notes\n\nBuy *milk*."
    assert len(transcript.turns) == 3


def test_breaks_are_not_speakers() -> None:
    assert _turns("**Ann:** One.\n\n**Break:**\n\n**Ann:** Two.\n") == [
        ("Ann", "One."),
        (None, "Break"),
        ("Ann", "Two."),
    ]


def test_a_time_at_the_start_of_a_paragraph_is_a_mark() -> None:
    (turn, _) = FORMAT.parse("**Ann:** \\[03:51\\] One.\n\n[04:00] Two.\n\n**Bo:** Three.\n").turns
    assert turn.text == "One.\n\nTwo."
    assert turn.marks == (Mark(0, 231_000), Mark(6, 240_000))


def test_a_post_in_which_nobody_speaks_is_an_essay() -> None:
    transcript = FORMAT.parse(
        "---\ndate: 2024-01-01\n---\n# Title\n\nOne.\n\n## Part\n\n- a\n- b\n"
    )
    assert transcript.metadata.title == "Title"
    assert [turn.text for turn in transcript.turns] == ["One.", "- a", "- b"]
    assert transcript.sections == (Section("Part", 1),)


def test_bold_words_before_a_colon_are_no_speakers_in_an_essay() -> None:
    body = "# T\n\nOne.\n\n**Pros:** cheap.\n\nTwo.\n\n**Cons:** slow.\n\nThree.\n\nFour.\n"
    assert {speaker for speaker, _ in _turns(body)} == {None}


def test_links_within_turns_are_collected_and_their_words_stay() -> None:
    transcript = FORMAT.parse("**Ann**: See [this](https://x.org).\n\n**Bo**: Yes.\n")
    assert transcript.turns[0].text == "See this."
    assert transcript.metadata.links == (Link("this", "https://x.org"),)


def test_broken_front_matter_leaves_the_turns_and_is_told() -> None:
    transcript = FORMAT.parse("---\ntitle: a: b: c\ntags: [\n---\n**Ann**: One.\n\n**Bo**: Two.\n")
    assert len(transcript.turns) == 2
    assert transcript.metadata.title == "a: b: c"
    assert transcript.problems
    assert transcript.turns[0].line == 5


def test_names_as_headings_speak_where_they_come_back() -> None:
    assert _turns("### Ann\n\nOne.\n\n### Bo\n\nTwo.\n\nMore.\n\n### Ann\n\nThree.\n") == [
        ("Ann", "One."),
        ("Bo", "Two.\n\nMore."),
        ("Ann", "Three."),
    ]


def test_headings_of_an_essay_are_no_names() -> None:
    body = "# T\n\n## Origins\n\nOne.\n\n## Summary\n\nTwo.\n\n## Next\n\nThree.\n"
    assert {speaker for speaker, _ in _turns(body)} == {None}


def test_a_guest_named_on_bare_lines_speaks() -> None:
    body = "**Ann Lee**: One.\n\nBo Holm\nTwo.\n\n**Ann Lee**: Three.\n\nBo Holm\nFour.\n\nFive.\n"
    assert _turns(body) == [
        ("Ann Lee", "One."),
        ("Bo Holm", "Two."),
        ("Ann Lee", "Three."),
        ("Bo Holm", "Four.\n\nFive."),
    ]


def test_names_before_colons_speak_in_a_post_too() -> None:
    body = (
        f"{_MATTER}## Transcript\n\nAnn: One.\nBo: Two: more.\n\nStill Bo.\n\nAnn [0:10]: Three.\n"
    )
    assert [
        (turn.speaker, turn.text, turn.start, turn.line) for turn in FORMAT.parse(body).turns
    ] == [
        ("Ann", "One.", None, 6),
        ("Bo", "Two: more.\n\nStill Bo.", None, 7),
        ("Ann", "Three.", 10_000, 11),
    ]


def test_label_styles_mix_in_one_file() -> None:
    body = "**Joe [00:05]:** One.\n\nAnn Lee (01:04)\nTwo.\n\n"
    body += "__Joe__: Three.\n\n*Ann Lee (02:00)*\nFour.\n"
    assert [(turn.speaker, turn.text, turn.start) for turn in FORMAT.parse(body).turns] == [
        ("Joe", "One.", 5_000),
        ("Ann Lee", "Two.", 64_000),
        ("Joe", "Three.", None),
        ("Ann Lee", "Four.", 120_000),
    ]


def test_a_time_alone_goes_on_with_the_speaker() -> None:
    body = f"{_MATTER}Ann (00:00:35):\nOne.\n\n(00:01:04):\nTwo.\n\nBo (00:02:00):\nThree.\n"
    first, second = FORMAT.parse(body).turns
    assert first.text == "One.\n\nTwo."
    assert first.marks == (Mark(0, 35_000), Mark(6, 64_000))
    assert second.speaker == "Bo"


def test_initials_declared_once_speak_under_the_full_name() -> None:
    body = "**Łucja Bąk [ŁB]**: a\n\n**Bo Holm [BH]**: b\n\n**ŁB**: c\n\n**BH**: d\n\n**ŁB**: e\n"
    transcript = FORMAT.parse(body)
    assert transcript.speakers == ("Łucja Bąk", "Bo Holm")
    assert transcript.problems == ()


def test_first_names_are_guessed_from_the_hosts_and_told() -> None:
    body = "---\nhosts: [Ann Lee, Bo Holm]\n---\n**Ann**: a\n\n**Bo**: b\n\n**Ann**: c\n"
    transcript = FORMAT.parse(body)
    assert transcript.speakers == ("Ann Lee", "Bo Holm")
    (problem,) = transcript.problems
    assert "“Ann” for Ann Lee" in problem.message


def test_whoever_spoke_before_a_break_goes_on_after_it() -> None:
    body = (
        "**Ann:** One.\n\n**Break:** \\[41:28\\]\n\nTwo.\n\n"
        "**Jingle:** \\[50:35\\] to \\[50:53\\]\n\n"
        "**[MUSIC]**\n\n**Sponsor:** Buy flour.\n\n**Bo:** Three.\n\n**Ann:** Four.\n"
    )
    turns = FORMAT.parse(body).turns
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Ann", "One."),
        (None, "Break"),
        ("Ann", "Two."),
        (None, "Jingle"),
        (None, "[MUSIC]"),
        (None, "Sponsor: Buy flour."),
        ("Bo", "Three."),
        ("Ann", "Four."),
    ]
    assert (turns[1].start, turns[3].start, turns[3].end) == (2_488_000, 3_035_000, 3_053_000)


def test_a_clip_has_its_own_words() -> None:
    body = "**Ann:** One.\n\n**Clip:**\n\nLong ago.\n\n**Ann:** Two.\n"
    assert _turns(body)[1] == (None, "Clip\n\nLong ago.")


def test_a_time_that_was_not_heard_leads_to_its_words() -> None:
    transcript = FORMAT.parse(
        "**Ann:** One.\n\n**Bo:** So [inaudible 00:15:40] it.\n\n**Ann:** x\n"
    )
    assert transcript.turns[1] == Turn(
        "So [inaudible 00:15:40] it.", "Bo", None, None, (Mark(3, 940_000),), 3
    )
    assert transcript.place_at(950_000) == (1, 3)


def test_who_is_named_and_says_nothing_is_shown_and_told() -> None:
    transcript = FORMAT.parse("**Ann:** One.\n\n**Bo:**\n\n**Ann:** Two.\n")
    assert transcript.turns[1].text == "…"
    assert [problem.line for problem in transcript.problems] == [3]


def test_words_about_the_episode_are_notes() -> None:
    transcript = FORMAT.parse(
        "**Guest:** Jane Doe\n\n**Location:** Here\n\nAll about it.\n\n"
        "**Ann**: One.\n\n**Jane**: Two.\n\n**Ann**: Three.\n\n**Jane**: Four[^1].\n\n"
        "[^1]: A note.\n\n## Links\n\n### Books\n\n**Bread**: good\n"
    )
    assert [turn.speaker for turn in transcript.turns] == ["Ann", "Jane", "Ann", "Jane"]
    assert transcript.notes.startswith("**Guest:** Jane Doe")
    assert "[^1]: A note." in transcript.notes
    assert transcript.notes.endswith("### Books\n\n**Bread**: good")


def test_a_title_that_is_not_the_fields_title_is_kept() -> None:
    body = "# Another\n\n**Ann**: One.\n\n**Bo**: Two.\n"
    assert FORMAT.parse(_MATTER + body).notes == "# Another"
    assert FORMAT.parse("---\ntitle: another\n---\n" + body).notes == ""


def test_a_post_without_its_transcript_says_so() -> None:
    missing = FORMAT.parse(f"{_MATTER}The transcript is coming soon!\n")
    assert (missing.status, missing.turns) == (Status.MISSING, ())
    assert missing.notes == "The transcript is coming soon!"
    elsewhere = FORMAT.parse(f"{_MATTER}Full transcript available in the file\n")
    assert elsewhere.status is Status.ELSEWHERE


def test_a_post_about_an_episode_without_a_word_is_not_transcribed() -> None:
    transcript = FORMAT.parse("---\ntitle: T\nepisode: 7\nintro: |\n  All about bread.\n---\n")
    assert (transcript.status, transcript.notes) == (Status.MISSING, "All about bread.")
    assert FORMAT.parse(_MATTER).status is Status.TRANSCRIBED


def test_of_show_notes_the_list_of_times_is_chapters_and_the_rest_can_be_read() -> None:
    body = (
        "About bread.\n\n## Timestamps\n\n- 00:00 Flour\n- 02:00 [Salt](https://x.org)\n"
        "  - Nested\n- 04:00 Sponsor: Mill\n- 59:00 Crust\n\n## Thanks\n\nTo all who bake."
    )
    transcript = FORMAT.parse(_MATTER + body)
    assert [(turn.text, turn.start) for turn in transcript.turns] == [
        ("About bread.", None),
        ("- Nested", None),
        ("To all who bake.", None),
    ]
    assert transcript.notes == (
        "## Timestamps\n- 00:00 Flour\n- 02:00 [Salt](https://x.org)\n"
        "- 04:00 Sponsor: Mill\n- 59:00 Crust"
    )
    assert transcript.sections == (
        Section("Flour", 1, 0),
        Section("Salt", 1, 120_000),
        Section("Crust", 2, 3_540_000),
        Section("Thanks", 2),
    )
    assert transcript.metadata.links == (Link("Salt", "https://x.org"),)


def test_prose_between_the_times_of_show_notes_stays_under_its_chapter() -> None:
    transcript = FORMAT.parse(
        f"{_MATTER}Times:\n2:10 - A log\n\n* It grows\n\n9:30 - Read\n\nWith tea.\n\n18:00 - End\n"
    )
    assert [turn.text for turn in transcript.turns] == ["* It grows", "With tea."]
    assert [(section.title, section.turn) for section in transcript.sections] == [
        ("A log", 0),
        ("Read", 1),
        ("End", 1),
    ]


def test_show_notes_that_are_but_a_list_and_links_have_no_turns() -> None:
    body = "## Times\n\n- 0:00 Flour\n- 2:00 Salt\n- 9:00 Crust\n\n- [Our mill](https://x.org)"
    transcript = FORMAT.parse(_MATTER + body)
    assert (transcript.turns, transcript.notes) == ((), body)
    assert [section.time for section in transcript.sections] == [0, 120_000, 540_000]


def test_chapters_in_the_notes_are_laid_over_a_talk_with_times() -> None:
    transcript = FORMAT.parse(
        f"{_MATTER}(00:00) Start\n(01:00) More\n(02:00) End\n\n## Transcript\n\n"
        "**Ann [00:00]:** One.\n\n## More\n\n**Bo [01:00]:** Two.\n\n\\[02:00\\] Three.\n\n"
        "**Ann:** Four.\n"
    )
    assert [turn.text for turn in transcript.turns] == ["One.", "Two.", "Three.", "Four."]
    assert transcript.sections == (
        Section("Transcript", 0),
        Section("Start", 0, 0),
        Section("More", 1, 60_000),
        Section("End", 2, 120_000),
    )


def test_chapters_are_not_placed_where_nobody_knows_the_time() -> None:
    notes = "0:00 One\n1:00 Two\n2:00 Three"
    transcript = FORMAT.parse(f"{notes}\n\n**Ann**: a\n\n**Bo**: b\n\n**Ann**: c\n")
    assert transcript.sections == ()
    assert transcript.notes == notes


def test_chapters_in_front_matter_are_chapters() -> None:
    chapters = "".join(f"  - start: '{n}:00'\n    title: Part {n}\n" for n in range(3))
    transcript = FORMAT.parse(f"---\ntitle: T\nchapters:\n{chapters}---\n")
    assert [section.title for section in transcript.sections] == ["Part 0", "Part 1", "Part 2"]


def test_speech_with_times_and_no_names_is_read_as_turns() -> None:
    said = "and so it went on and on, the way it does when nobody minds the time at all, on and on"
    body = "\n\n".join(f"[00:0{n}:05] {said}, {said}." for n in range(4))
    transcript = FORMAT.parse(_MATTER + body)
    assert [turn.start for turn in transcript.turns] == [5_000, 65_000, 125_000, 185_000]


def test_the_time_of_a_heading_is_that_of_what_follows() -> None:
    transcript = FORMAT.parse(
        "## Intro (0:00)\n\n**Ann:** a\n\n## Later (5:00)\n\n**Bo:** b\n\n**Ann:** c\n"
    )
    assert transcript.sections == (Section("Intro", 0, 0), Section("Later", 1, 300_000))
    assert transcript.turns[1].start == 300_000


def test_tables_code_and_underlined_headings_are_read() -> None:
    body = (
        "| Time | What |\n|---|---|\n| a | b |\n\n```\n# no heading\n```\n\nPart\n====\n\nText.\n"
    )
    transcript = FORMAT.parse(_MATTER + body)
    assert [turn.text for turn in transcript.turns] == [
        "Time | What",
        "a | b",
        "# no heading",
        "Text.",
    ]
    assert transcript.sections == (Section("Part", 3),)


_LINES = [
    *("**Ann**: alpha", "**Bo:** beta", "**Ann [1:05]:** gamma", "*Bo (2:00)*", "Ann: delta", "Bo"),
    *(
        "### Ann",
        "### Bo",
        "## Notes",
        "## Transcript",
        "# Title",
        "plain words",
        "- item",
        "> said",
    ),
    *(
        "**Break:** \\[1:20\\]",
        "**[Music]**",
        "",
        "",
        "0:10 Opening",
        "5:00 Middle",
        "9:00 Closing",
    ),
    *(
        "| cell | other |",
        "[x 1:00] middle",
        "**Guest:** Cy",
        "[^1]: foot",
        "Part\n===",
        "{{< z >}}",
    ),
    *("**Bo Holm [BH]**: long", "**BH**: short", "---", "Ann Lee", "<!-- hidden -->", "1h2m Later"),
]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", text))


def _shown(transcript: Transcript) -> str:
    turns = (f"{turn.speaker or ''} {turn.text}" for turn in transcript.turns)
    titles = (section.title for section in transcript.sections)
    told = (problem.message for problem in transcript.problems)
    return " ".join([transcript.metadata.title, transcript.notes, *turns, *titles, *told])


@example(["**Ann**: alpha", "## Transcript", "## Notes", "**Ann**: alpha"])
@given(st.lists(st.sampled_from(_LINES), max_size=30))
def test_no_word_is_lost(lines: list[str]) -> None:
    written = _words("\n".join(lines).replace("<!-- hidden -->", "").replace("{{< z >}}", ""))
    lost = written.keys() - _words(_shown(FORMAT.parse("\n".join(lines)))).keys()
    assert lost <= {"BH"}


@given(st.lists(st.sampled_from(_LINES), max_size=30))
def test_turns_are_in_the_order_of_their_lines(lines: list[str]) -> None:
    numbers = [turn.line for turn in FORMAT.parse("\n".join(lines)).turns]
    assert numbers == sorted(numbers)


def test_a_time_that_is_a_link_into_the_recording_says_who_speaks_when() -> None:
    body = (
        "# On tea\n\nWelcome [(00:01)](https://y.org/w?t=1)\n\n"
        "Ida Holm [(00:00:10)](https://y.org/w?t=10) Is it hot?\n\n"
        "Otto\n[(00:01:10)](https://y.org/w?t=70) Very.\n\n"
        "Ida Holm [(00:02:10)](https://y.org/w?t=130) Then let's wait.\n"
    )
    transcript = FORMAT.parse(body)
    assert detect(body).name == "post"
    said = [(turn.speaker, turn.start, turn.text) for turn in transcript.turns]
    assert said[-1] == ("Ida Holm", 130_000, "Then let's wait.")
    assert ("Ida Holm", 10_000) in [turn[:2] for turn in said]


@pytest.mark.parametrize("form", ["- **{}:** {}", "> **{}:** {}", "> {}: {}", "*{}:* {}"])
def test_a_talk_may_be_a_list_or_a_quotation_or_have_italic_names(form: str) -> None:
    said = [("Ann", "Is it far?"), ("Bo", "An hour."), ("Ann", "By boat?"), ("Bo", "By bus.")]
    body = "\n\n".join(form.format(*turn) for turn in said)
    assert _turns(f"# Far\n\n{body}\n") == said


@pytest.mark.parametrize(
    "body",
    [
        "## 1.2\n\n- **Core:** faster\n- **Core:** smaller\n- **Cli:** a flag\n- **Cli:** help\n",
        "- **Flour:** 500 g\n- **Water:** 400 ml\n- **Salt:** 10 g\n",
        "**Apologies:** Eli\n\nAnn opened.\n\n**Action:** Bo calls.\n\n**Action:** Ann waits.\n",
        "**Mix:** a\n\n**Wait:** b\n\n**Bake:** c\n\n**Cool:** d\n\n**Eat:** e\n",
    ],
)
def test_lists_minutes_and_recipes_have_no_speakers(body: str) -> None:
    assert {turn.speaker for turn in FORMAT.parse(body).turns} == {None}


def test_a_question_that_is_bold_as_a_whole_loses_its_marks() -> None:
    body = "**Q: Is it far?**\n\nA: An hour.\n\n**Q: By boat?**\n\nA: By bus.\n"
    assert _turns(f"# Far\n\n{body}")[0] == ("Q", "Is it far?")


def test_a_dash_behind_a_bold_name_is_as_good_as_a_colon() -> None:
    assert _turns("**Ann** — Hello.\n\n**Bo** – Yes.\n\n**Ann** — No.\n")[1] == ("Bo", "Yes.")


def test_a_last_name_stands_for_the_name_that_was_given_in_full() -> None:
    transcript = FORMAT.parse("**IDA HOLM:** One.\n\n**BERG:** Two.\n\n**HOLM:** Three.\n")
    assert transcript.speakers == ("IDA HOLM", "BERG")
    assert "“HOLM” for IDA HOLM" in transcript.problems[0].message


def test_a_list_of_links_below_the_talk_is_notes_whatever_its_heading() -> None:
    transcript = FORMAT.parse(
        "**Ann:** One.\n\n**Bo:** Two.\n\n## Learn more\n\n- [Tea](https://x.org)\n\n"
        "## Later\n\n**Ann:** Three.\n"
    )
    assert transcript.notes == "## Learn more\n\n- [Tea](https://x.org)"
    assert [section.title for section in transcript.sections] == ["Later"]


def test_a_time_before_a_heading_needs_no_brackets() -> None:
    transcript = FORMAT.parse("### 00:05:00 – Tea\n\n**Ann:** a\n\n**Bo:** b\n\n**Ann:** c\n")
    assert transcript.sections == (Section("Tea", 0, 300_000),)


def test_bold_times_before_paragraphs_are_when_they_begin() -> None:
    body = "".join(f"**00:0{n}:03** It went on and on.\n\n" for n in range(4))
    assert [turn.start for turn in FORMAT.parse(_MATTER + body).turns] == [
        3_000,
        63_000,
        123_000,
        183_000,
    ]


def test_the_language_of_code_is_not_read_out() -> None:
    turns = FORMAT.parse("# Logs\n\n```sh\npip install log\n```\n").turns
    assert [turn.text for turn in turns] == ["pip install log"]


def test_names_that_are_links_between_notes_speak() -> None:
    body = "# Far\n\n**[[Ann Lee]]**: Far?\n\n**[[people/Bo|Bo]]**: No.\n\n**[[Ann Lee]]**: Oh.\n"
    assert detect(body).name == "post"
    assert FORMAT.parse(body).speakers == ("Ann Lee", "Bo")


def test_chapters_in_front_matter_are_notes_where_no_turn_has_a_time() -> None:
    chapters = "".join(f"  - start: '{n}:00'\n    title: Part {n}\n" for n in range(3))
    transcript = FORMAT.parse(f"---\ntitle: T\nchapters:\n{chapters}---\nAll about tea.\n")
    assert transcript.turns[0].text == "All about tea."
    assert transcript.notes == "- 0:00 Part 0\n- 1:00 Part 1\n- 2:00 Part 2"


def test_one_heading_that_comes_back_among_others_is_no_name() -> None:
    titles = ["Snippet", "Tags", "Snippet", "Properties", "Snippet", "Limits", "Snippet"]
    body = "\n\n".join(f"#### {title}\n\nSome words." for title in titles)
    assert {speaker for speaker, _ in _turns(f"# A format\n\n{body}\n")} == {None}


def test_a_list_of_times_without_marks_is_a_list_in_the_notes() -> None:
    text = "# Kettles\n\nAll about them.\n\n0:10 - Steam\n\n3:57 - Whistles\n\n6:20 - Scale\n"
    transcript = FORMAT.parse(text)
    assert transcript.notes == "- 0:10 - Steam\n- 3:57 - Whistles\n- 6:20 - Scale"
    assert [turn.text for turn in transcript.turns] == ["All about them."]


def test_the_length_of_the_recording_goes_by_many_names() -> None:
    text = '{\n"title": "Boats",\n"podcast_duration": "01:02:11"\n}\n\nAll about boats.\n'
    assert FORMAT.parse(text).metadata.duration == 3_731_000
