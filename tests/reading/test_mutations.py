"""Some mistakes made at random in the real agendas; the bench makes 100,000."""

from tests.bench.mutations import chance_of, failure, mutated, samples


def test_no_mistake_brings_the_reader_down() -> None:
    files = [data for data in samples() if len(data) < 2000]
    for number in range(200):
        chance = chance_of(f"suite-{number}")
        data = mutated(chance, chance.choice(files))
        assert failure(data) is None, data


def test_nor_in_the_largest_agenda() -> None:
    largest = max(samples(), key=len)
    for number in range(8):
        chance = chance_of(f"largest-{number}")
        data = mutated(chance, largest)
        assert failure(data) is None, data
