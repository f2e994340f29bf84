import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.written.fields import metadata_from, notes_from
from tui_reader.formats.written.matter import has_matter, read_matter
from tui_reader.model import Link


def test_every_scalar_is_what_its_author_typed() -> None:
    matter = read_matter("---\nepisode: 010\ntitle: yes\nday: 2024-02-31\nnone:\n---\nBody\n")
    assert matter.fields == {"episode": "010", "title": "yes", "day": "2024-02-31", "none": ""}
    assert matter.body.strip() == "Body"
    assert (matter.line, matter.problems) == (6, ())


def test_broken_yaml_is_read_line_by_line_and_told() -> None:
    matter = read_matter("---\ntitle: C#: a talk: 2\nepisode: '7'\ntags: [a\n---\nBody\n")
    assert matter.fields["title"] == "C#: a talk: 2"
    assert matter.fields["episode"] == "7"
    assert matter.body.strip() == "Body"
    (problem,) = matter.problems
    assert problem.line == 2


@pytest.mark.parametrize(
    "inside",
    [
        "a: " + "[" * 5_000,
        "a: " + "{b: " * 5_000,
        "- " * 5_000,
        "a: !!python/object:os.system x",
        "? [1, 2]\n: x",
        "just words",
        "a: *nowhere",
        "a: \x07",
        "x: " + "y" * 300_000,
    ],
)
def test_hostile_front_matter_does_no_harm_and_loses_no_body(inside: str) -> None:
    assert read_matter(f"---\n{inside}\n---\nBody\n").body.strip().endswith("Body")


@pytest.mark.parametrize("inside", ["just words", "- one\n- two", "? [1, 2]\n: x"])
def test_a_block_without_a_field_is_text(inside: str) -> None:
    text = f"---\n{inside}\n---\nBody\n"
    assert read_matter(text).body == text


def test_a_bomb_of_aliases_costs_no_more_than_its_text() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    matter = read_matter(f"---\n{bomb}tags: *a59\n---\nBody\n")
    assert metadata_from(matter.fields).tags == ("*a59",)
    assert notes_from(matter.fields) == ("", "")
    (problem,) = matter.problems
    assert "too many aliases" in problem.message
    assert matter.body.strip() == "Body"


def test_what_is_said_between_two_rules_is_no_front_matter() -> None:
    text = "---\nAnn: Hello.\nBo: Hi.\n---\nThe end.\n"
    assert not has_matter(text)
    assert read_matter(text).body == text


def test_a_few_aliases_are_what_they_stand_for() -> None:
    fields = read_matter("---\nhost: &h Ann Lee\nguests: [*h, Bo]\n---\n").fields
    assert metadata_from(fields).people == ("Ann Lee", "Bo")


def test_one_value_that_is_not_yaml_leaves_the_others_as_they_are() -> None:
    matter = read_matter("---\ntitle: C#: a talk\nhosts:\n  - name: Ann\n  - name: Bo\n---\n")
    assert matter.fields["title"] == "C#: a talk"
    assert metadata_from(matter.fields).people == ("Ann", "Bo")
    (problem,) = matter.problems
    assert problem.line == 2


def test_tabs_are_read_as_spaces_and_told() -> None:
    matter = read_matter("---\ntitle: x\ntags:\n\t- one\n\t- two\n---\n")
    assert metadata_from(matter.fields).tags == ("one", "two")
    assert len(matter.problems) == 1


def test_a_title_that_yaml_takes_for_a_comment_is_a_title() -> None:
    matter = read_matter("---\ntitle: #12 Bread\n---\n")
    assert matter.fields["title"] == "#12 Bread"
    assert len(matter.problems) == 1


def test_a_field_given_twice_is_told() -> None:
    matter = read_matter("---\ntitle: one\ntags: [a]\ntitle: two\n---\n")
    assert matter.fields["title"] == "two"
    (problem,) = matter.problems
    assert (problem.line, "“one”" in problem.message) == (4, True)


def test_toml_is_read() -> None:
    matter = read_matter(
        "+++\ntitle = 'T'\ndate = 2024-01-02T08:00:00Z\nepisode = 7\ntags = ['a']\n"
        "[extra]\nduration = '1:02:13'\n+++\nBody\n"
    )
    metadata = metadata_from(matter.fields)
    assert (metadata.title, metadata.number, metadata.tags) == ("T", "7", ("a",))
    assert (str(metadata.date), metadata.duration) == ("2024-01-02", 3_733_000)
    assert (matter.body.strip(), matter.line) == ("Body", 8)


def test_json_is_read_where_text_follows() -> None:
    text = '{\n "title": "T", "draft": false, "number": 7, "none": null\n}\n\nBody\n'
    assert has_matter(text)
    matter = read_matter(text)
    assert matter.fields == {"title": "T", "draft": "false", "number": "7", "none": ""}
    assert (matter.body.strip(), matter.line) == ("Body", 3)
    assert not has_matter('{"title": "T"}\n')
    assert not has_matter('{"title": "T"}\n{"title": "U"}\n')


@pytest.mark.parametrize(
    "text",
    [
        "+++\ntitle = 'T'\nbroken = [\n+++\nBody\n",
        "+++\ntitle = 'T'\nx = " + "[" * 9_000 + "\n+++\nBody\n",
        "+++\ntitle = 'T'\n" + "a." * 90_000 + "a = 1\n+++\nBody\n",
        '{\n"title": "T",\n"x": oops\n}\nBody\n',
        '{\n"title": "T",\n"x": ' + "[" * 9_000 + "\n}\nBody\n",
    ],
)
def test_broken_toml_and_json_are_read_line_by_line_and_told(text: str) -> None:
    matter = read_matter(text)
    assert metadata_from(matter.fields).title.startswith("T")
    assert matter.body.strip() == "Body"
    assert len(matter.problems) == 1


def test_lines_of_broken_front_matter_that_are_no_fields_are_told() -> None:
    matter = read_matter("---\nsome words\ntitle: [x\n---\nBody\n")
    assert any("some words" in problem.message for problem in matter.problems)


def test_a_rule_in_a_text_is_no_front_matter() -> None:
    assert not has_matter("---\n\nJust words.\n\n---\n")
    assert read_matter("Words\n\n---\n\nmore").body == "Words\n\n---\n\nmore"


def test_an_unclosed_fence_is_told_and_ends_with_the_fields() -> None:
    matter = read_matter("---\ntitle: x\ntags:\n  - a\n\nBody\n")
    assert matter.fields == {"title": "x", "tags": ["a"]}
    assert (matter.body.strip(), matter.line) == ("Body", 5)
    assert [problem.line for problem in matter.problems] == [1]


@given(
    st.recursive(
        st.text() | st.none() | st.integers(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_a_field_of_any_kind_does_no_harm(value: object) -> None:
    names = ["title", "date", "tags", "links", "guests", "duration", "episode", "description", "x"]
    fields = dict.fromkeys(names, value)
    assert isinstance(metadata_from(fields).title, str)
    assert len(notes_from(fields)) == 2


@pytest.mark.parametrize(
    ("duration", "ms"),
    [
        ("PT47M8S", 2_828_000),
        ("1:02:13", 3_733_000),
        ("230.5", 230_500),
        ("47 min", 2_820_000),
        ("?", None),
    ],
)
def test_durations_are_written_in_many_ways(duration: str, ms: int | None) -> None:
    assert metadata_from({"duration": duration}).duration == ms


def test_fields_go_by_many_names() -> None:
    metadata = metadata_from(
        {
            "podcast": "The Show",
            "publish_date": "2024-08-05",
            "guest": "Ann Lee, Bo",
            "hosts": [{"name": "Cy"}],
            "categories": "tea, rain",
            "audio_url": "https://x.org/1.mp3",
            "links": [
                {"title": "A &amp;amp; B  ", "url": " https://x.org "},
                "odd",
                {"title": "none"},
            ],
        }
    )
    assert metadata.show == "The Show"
    assert str(metadata.date) == "2024-08-05"
    assert metadata.people == ("Cy", "Ann Lee", "Bo")
    assert metadata.tags == ("tea", "rain")
    assert metadata.links == (
        Link("A & B", "https://x.org"),
        Link("Audio", "https://x.org/1.mp3"),
    )


def test_text_for_readers_is_kept_and_fields_for_machines_are_not() -> None:
    introduction, others = notes_from(
        {
            "description": "Short.",
            "intro": "A longer *word* about it.",
            "newsletter": "Dear reader of this letter,\n\n## More",
            "seo_keywords": "one, two, three, four, five",
            "layout": "post",
            "spreaker": "57391297",
        }
    )
    assert introduction == "Short.\n\nA longer *word* about it."
    assert others == "## newsletter\n\nDear reader of this letter,\n\n## More"


def test_what_people_say_between_two_rules_is_no_front_matter() -> None:
    said = "ann: Is it far?\nbo: An hour.\nann: By boat?\nbo: By bus.\n"
    assert not has_matter(f"---\n{said}---\n{said}")
    assert has_matter(f"---\ntitle: It is far.\n{said}---\n{said}")
