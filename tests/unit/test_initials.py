from tui_reader.formats.written.initials import names_meant


def test_initials_declared_beside_a_name_stand_for_it() -> None:
    names = names_meant(["Łucja Bąk [ŁB]", "Bo Holm (BH)", "ŁB", "BH", "Łucja"])
    assert names.of("Łucja Bąk [ŁB]") == names.of("ŁB") == names.of("Łucja") == "Łucja Bąk"
    assert names.of("BH") == names.of("Bo Holm (BH)") == "Bo Holm"
    assert names.guessed == {"Łucja": "Łucja Bąk"}


def test_single_letters_stand_for_the_names_they_begin() -> None:
    names = names_meant(["Łucja", "Szymon", "Ł", "S"])
    assert (names.of("Ł"), names.of("S")) == ("Łucja", "Szymon")


def test_letters_that_are_nobodys_initials_leave_all_letters_alone() -> None:
    assert names_meant(["Q", "A", "Anna"]).full == {}
    assert names_meant(["A", "B"], ["Anna Berg"]).full == {}


def test_people_known_from_elsewhere_lend_their_full_names() -> None:
    assert names_meant(["Joe", "Ann"], ["Joe Tan", "Eva Lee"]).full == {"Joe": "Joe Tan"}


def test_what_could_mean_two_people_means_neither() -> None:
    assert names_meant(["Jo Kent", "Jo Smith", "Jo", "J"]).full == {}
    assert names_meant(["Ann Lee", "Al Low", "AL"]).full == {}


def test_a_bracket_that_is_no_initials_is_part_of_the_name() -> None:
    assert names_meant(["Ann Lee [CEO]", "CEO"]).full == {}
