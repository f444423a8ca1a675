"""Random mistakes in the real agendas; the benchmark tries 100,000 of them."""

from tests.bench.mutations import chance_of, failure, mutated, samples


def test_no_random_mistake_breaks_the_reader() -> None:
    files, largest = [data for data in samples() if len(data) < 2000], max(samples(), key=len)
    for number in range(100):
        chance = chance_of(f"suite-{number}")
        data = mutated(chance, chance.choice(files) if number % 25 else largest)
        assert failure(data) is None, data
