from tui_reader.ui.short_names import short_names


def test_a_name_is_its_first_word() -> None:
    assert short_names(["Omer Hamerman", "Warren"], 10) == {
        "Omer Hamerman": "Omer",
        "Warren": "Warren",
    }


def test_where_that_is_two_people_they_stay_apart() -> None:
    names = ["Speaker 1", "Speaker 2", "Ann"]
    assert short_names(names, 10) == {name: name for name in names}


def test_no_name_is_longer_than_the_room() -> None:
    assert short_names(["Bartholomew Smith"], 8) == {"Bartholomew Smith": "Barthol…"}
    assert short_names(["", "今日は良い天気"], 5) == {"": "", "今日は良い天気": "今日…"}
