package org.prevenance.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.prevenance.wording.Difference.Kind;

/// Precision and recall on labelled pairs, as Markdown tables with 95 % intervals.
final class WordingQuality {
    private static final double Z = 1.959964;

    private final List<LabelledPair> pairs;

    WordingQuality(List<LabelledPair> pairs) {
        this.pairs = pairs;
    }

    String tables() {
        return overall() + "\n" + byKind() + "\n" + agreeing();
    }

    /// The interval of Wilson (1927, "Probable inference, the law of succession, and statistical inference", JASA 22):
    /// of a share of few pairs it is wide, and never leaves 0 to 100 %.
    static double[] interval(int hits, int of) {
        double share = (double) hits / of;
        double z2 = Z * Z / of;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4 * of)) / (1 + z2);
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }

    private static String share(int hits, int of) {
        if (of == 0) {
            return "–";
        }
        double[] interval = interval(hits, of);
        return String.format(
                Locale.ROOT,
                "%d of %d = %.0f %% (%.0f–%.0f)",
                hits,
                of,
                100.0 * hits / of,
                100 * interval[0],
                100 * interval[1]);
    }

    private int count(Predicate<LabelledPair> which) {
        return (int) pairs.stream().filter(which).count();
    }

    private static boolean found(LabelledPair pair) {
        return !pair.differences().isEmpty();
    }

    private String overall() {
        StringBuilder table = new StringBuilder("""
                | | pairs | precision | recall |
                | --- | --- | --- | --- |
                """);
        table.append(row("all", _ -> true));
        table.append(row("French", pair -> pair.languages().equals("fr")));
        table.append(row("English", pair -> pair.languages().equals("en")));
        table.append(row("French against English", pair -> pair.languages().equals("mix")));
        return table.toString();
    }

    private String row(String name, Predicate<LabelledPair> which) {
        int found = count(pair -> which.test(pair) && found(pair));
        int right = count(pair -> which.test(pair) && found(pair) && pair.contradicts());
        int contradicting = count(pair -> which.test(pair) && pair.contradicts());
        return "| %s | %d | %s | %s |\n"
                .formatted(name, count(which), share(right, found), share(right, contradicting));
    }

    private String byKind() {
        StringBuilder table = new StringBuilder("""
                | kind | recall: found, of those that contradict so | precision: contradict at all, of those said to do so |
                | --- | --- | --- |
                """);
        Map<String, int[]> said = new TreeMap<>();
        for (LabelledPair pair : pairs) {
            if (found(pair)) {
                int[] counts =
                        said.computeIfAbsent(name(pair.differences().getFirst().kind()), _ -> new int[2]);
                counts[0] += pair.contradicts() ? 1 : 0;
                counts[1]++;
            }
        }
        for (String kind : LabelledPair.CONTRADICTING) {
            int[] counts = said.getOrDefault(kind, new int[2]);
            int of = count(pair -> pair.label().equals(kind));
            int found = count(pair -> pair.label().equals(kind) && found(pair));
            table.append("| %s | %s | %s |\n".formatted(kind, share(found, of), share(counts[0], counts[1])));
        }
        return table.toString();
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case FIGURE -> "figure";
            case DATE -> "date";
            case YES_NO -> "yes-no";
            case CONDITION -> "condition";
            case LOST_IN_FIRST, LOST_IN_SECOND -> "cut-down";
        };
    }

    private String agreeing() {
        StringBuilder table = new StringBuilder("""
                | do not contradict each other | rightly left alone |
                | --- | --- |
                """);
        Map<String, String> labels = Map.of(
                "same", "the same in other words or notation",
                "aspects", "different aspects",
                "tricky", "traps: double denials, idioms, numbers that are names");
        for (String label : List.of("same", "aspects", "tricky")) {
            int of = count(pair -> pair.label().equals(label));
            int left = count(pair -> pair.label().equals(label) && !found(pair));
            table.append("| %s | %s |\n".formatted(labels.getOrDefault(label, label), share(left, of)));
        }
        return table.toString();
    }
}
