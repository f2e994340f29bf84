"""Which addresses are opened, and where they lead."""

import pytest

from tui_reader.addresses import check_address, real_host
from tui_reader.errors import ReaderError


@pytest.mark.parametrize(
    "url",
    [
        "https://bread.example/a?b=1&c='2'",
        "http://łódź.example/",
        "MAILTO:mara@bread.example",
        "http://[::1]:8000/",
    ],
)
def test_pages_and_mail_are_opened(url: str) -> None:
    check_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "vbscript:x",
        "data:text/html,x",
        "ftp://x",
        "//evil.example",
        "-version",
        "https:",
        "https:///etc/passwd",
        "http://[nonsense",
        "https://a b",
        "https://a\tb",
        "https://a\x1b]8;;b",
        "https://a\u202eb",
        "",
    ],
)
def test_all_else_is_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(ReaderError):
        check_address(url)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://bread.example/~mara@home", None),
        ("mailto:mara@bread.example", None),
        ("https://\u0430pple.example/", "xn--pple-43d.example"),
        ("https://xn--pple-43d.example/", "xn--pple-43d.example"),
        ("http://bank.example@evil.example/", "evil.example"),
        ("http://bank.example:443@evil.example:80/", "evil.example"),
        (f"http://{'ł' * 80}.example/", "no host that exists"),
        ("http://[nonsense", None),
    ],
)
def test_a_host_that_could_be_taken_for_another_is_named(url: str, host: str | None) -> None:
    assert real_host(url) == host
