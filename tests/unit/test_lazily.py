import re

import pytest

from tui_reader.lazily import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    word = pattern(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert word.fullmatch("Fog") and not word.fullmatch("fog horn")
    assert word.sub("-", "a fog horn") == "- - -"
    assert [found["word"] for found in word.finditer("fog horn")] == ["fog", "horn"]
    assert word.pattern == r"(?P<word>[a-z]+)"


def test_it_is_compiled_at_first_use_and_then_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def watched(text: str, flags: int) -> "re.Pattern[str]":
        compiled.append(text)
        return compile_now(text, flags)

    monkeypatch.setattr(re, "compile", watched)
    horn = pattern("horn")
    assert compiled == []
    for _ in range(3):
        assert horn.search("a foghorn")
    assert compiled == ["horn"]


def test_every_pattern_of_the_formats_can_be_compiled() -> None:
    import sys

    from tui_reader.formats import formats

    assert formats()
    modules = [module for name, module in sys.modules.items() if name.startswith("tui_reader.")]
    found = [value for module in modules for value in vars(module).values()]
    patterns = [value for value in found if type(value).__name__ == "_Pattern"]
    assert all(value.pattern is not None and value.groups >= 0 for value in patterns)
