package org.prevenance.forecast.wait;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.target.TooLittle;

/// What was learnt about each point of contact: what is usual there, and how the formula has to be corrected.
///
/// @param corrections of those points that had enough examples
/// @param examples    how many there were
record WaitModel(Map<Integer, Habits> habits, Map<Integer, Correction> corrections, long examples) {
    /// Learns what is usual from the first two thirds of the time before an instant, corrections from the last third,
    /// and then what is usual from all of it.
    ///
    /// @throws NotForetold where no point has enough examples
    static WaitModel learn(Chronicle chronicle, long before) {
        if (chronicle.size() == 0 || chronicle.known(0) >= before) {
            throw new TooLittle("Nothing was known of any queue before the time to be foretold.\nMaybe begin later.");
        }
        long start = Math.max(chronicle.known(0), before - 366 * Raw.DAY);
        long third = before - (before - start) / 3;
        Map<Integer, List<Correction.Example>> examples = new TreeMap<>();
        Map<Long, Facts> open = new HashMap<>();
        new Walk(chronicle, Walk.learn(chronicle, third), new Walk.Visitor() {
                    @Override
                    public void asked(Facts facts) {
                        if (facts.at() >= third) {
                            open.put(facts.contact(), facts);
                        }
                    }

                    @Override
                    public void answered(long contact, double waited, long known) {
                        Facts facts = open.remove(contact);
                        if (facts != null) {
                            examples.computeIfAbsent(facts.point(), _ -> new ArrayList<>())
                                    .add(new Correction.Example(facts.outlook(), waited));
                        }
                    }

                    @Override
                    public void gaveUp(long contact, double waited) {
                        open.remove(contact);
                    }

                    @Override
                    public void dropped(long contact) {
                        open.remove(contact);
                    }
                })
                .until(before);
        Map<Integer, Correction> corrections = new TreeMap<>();
        examples.forEach((point, found) -> {
            if (found.size() >= Correction.ENOUGH) {
                corrections.put(point, Correction.of(found));
            }
        });
        if (corrections.isEmpty()) {
            throw new TooLittle(
                    "No point of contact had %d callers who waited and were answered in the last third of the time.\nMaybe read more weeks; contact.received needs its pointId."
                            .formatted(Correction.ENOUGH));
        }
        return new WaitModel(
                Walk.learn(chronicle, before),
                corrections,
                examples.values().stream().mapToLong(List::size).sum());
    }

    /// The wait to be told; null where the point had too few examples.
    Correction.@Nullable Told told(Facts facts) {
        Correction correction = corrections.get(facts.point());
        return correction == null ? null : correction.told(facts.outlook());
    }

    /// A line for each row of figures: point, name, figures.
    byte[] bytes(Subjects subjects) {
        StringBuilder text = new StringBuilder();
        habits.forEach((point, usual) ->
                usual.figures().forEach((name, figures) -> line(text, subjects.name(point), name, figures)));
        corrections.forEach((point, correction) -> {
            line(text, subjects.name(point), "correction.said", correction.said());
            line(text, subjects.name(point), "correction.middle", correction.middle());
            line(text, subjects.name(point), "correction.from", correction.from());
            line(text, subjects.name(point), "correction.low", correction.low());
            line(text, subjects.name(point), "correction.high", correction.high());
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String point, String name, double[] figures) {
        text.append(point).append('\t').append(name).append('\t');
        text.append(Arrays.stream(figures).mapToObj(Double::toString).collect(Collectors.joining(" ")));
        text.append('\n');
    }

    /// What [#bytes] wrote.
    ///
    /// @throws IllegalArgumentException where it is something else
    static WaitModel read(byte[] bytes, Subjects subjects, long examples) {
        Map<String, TreeMap<String, double[]>> points = new TreeMap<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("(%s) is no line of a model of waits.".formatted(line));
            }
            points.computeIfAbsent(parts[0], _ -> new TreeMap<>())
                    .put(
                            parts[1],
                            Arrays.stream(parts[2].split(" "))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray());
        }
        Map<Integer, Habits> habits = new TreeMap<>();
        Map<Integer, Correction> corrections = new TreeMap<>();
        points.forEach((name, figures) -> {
            int point = subjects.of(name);
            habits.put(point, Habits.of(figures));
            double[] said = figures.get("correction.said");
            double[] middle = figures.get("correction.middle");
            double[] from = figures.get("correction.from");
            double[] low = figures.get("correction.low");
            double[] high = figures.get("correction.high");
            if (said != null && middle != null && from != null && low != null && high != null) {
                corrections.put(point, new Correction(said, middle, from, low, high));
            }
        });
        return new WaitModel(habits, corrections, examples);
    }
}
