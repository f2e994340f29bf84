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
    assert read_matter(f"---\n{inside}\n---\nBody\n").body.strip() == "Body"


def test_a_bomb_of_aliases_costs_no_more_than_its_text() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    fields = read_matter(f"---\n{bomb}tags: *a59\n---\nBody\n").fields
    assert metadata_from(fields).tags == ()
    assert notes_from(fields) == ("", "")


def test_a_rule_in_a_text_is_no_front_matter() -> None:
    assert not has_matter("---\n\nJust words.\n\n---\n")
    assert read_matter("Words\n\n---\n\nmore").body == "Words\n\n---\n\nmore"


def test_an_unclosed_fence_leaves_all_to_the_body() -> None:
    assert read_matter("---\ntitle: x\n\nBody").fields == {}
    assert "Body" in read_matter("---\ntitle: x\n\nBody").body


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
    assert metadata.links == (Link("A & B", "https://x.org"),)


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
