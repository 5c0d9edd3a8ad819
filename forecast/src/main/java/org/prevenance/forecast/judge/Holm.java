package org.prevenance.forecast.judge;

import java.util.Comparator;
import java.util.List;

/// Takes back what is shown by chance among many places; see [Judge].
final class Holm {
    private Holm() {}

    /// @param places  judged one by one
    /// @param tail    how often one place at all may be shown wrongly
    static List<Place> applied(List<Place> places, double tail) {
        List<Place> tested = places.stream().filter(Holm::isTested).toList();
        double[] ranked = tested.stream()
                .mapToDouble(place -> strongest(place).chance())
                .sorted()
                .toArray();
        int passed = 0;
        while (passed < ranked.length && ranked[passed] <= tail / (ranked.length - passed)) {
            passed++;
        }
        double largest = passed == 0 ? -1 : ranked[passed - 1];
        return places.stream()
                .map(place -> place.verdict().isShown() && strongest(place).chance() > largest
                        ? silenced(place, tested.size())
                        : place)
                .toList();
    }

    /// Whether it had a chance to be shown: places that are too small, or without a rival, had none.
    private static boolean isTested(Place place) {
        return switch (place.verdict()) {
            case Verdict.Shown() -> true;
            case Verdict.Silent(List<Reason> reasons) ->
                reasons.stream()
                        .allMatch(reason -> reason instanceof Reason.NoBetter || reason instanceof Reason.Worse);
        };
    }

    private static Difference strongest(Place place) {
        return place.all().differences().stream()
                .filter(rival -> Judge.isHeard(rival, place.all().forecast()))
                .max(Comparator.comparingDouble(Difference::chance))
                .orElseThrow();
    }

    private static Place silenced(Place place, int tried) {
        var verdict = new Verdict.Silent(
                List.of(new Reason.PerhapsByChance(strongest(place).rival(), tried)));
        return new Place(
                place.horizon(),
                place.part(),
                verdict,
                place.all(),
                place.ordinary(),
                place.worst(),
                place.weeks(),
                place.days());
    }
}
