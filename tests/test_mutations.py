"""Two thousand broken files: no exception, and every problem has its place."""

from mutations import BREAKS, Attacked, broken_files


def test_no_broken_file_does_harm():
    attacked = Attacked.good_region()
    for raw in broken_files(2000, seed=20261124):
        attacked.check(raw)


def test_the_same_seed_gives_the_same_files():
    assert list(broken_files(20, seed=1)) == list(broken_files(20, seed=1))
    assert list(broken_files(20, seed=1)) != list(broken_files(20, seed=2))


def test_each_way_to_break_a_file_can_stand_an_empty_one():
    for each in BREAKS:
        assert isinstance(each(b"", FirstOfAll()), bytes)


class FirstOfAll:
    """Chance that always takes the first."""

    def randrange(self, _end):
        return 0

    def choice(self, all_of_them):
        return all_of_them[0]
