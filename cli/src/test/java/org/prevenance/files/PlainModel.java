package org.prevenance.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prevenance.event.Event;
import org.prevenance.intake.EventReader;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// What an [EventLog] must give, the slow and simple way: all events in lists and maps.
final class PlainModel {
    private final Folder folder;
    private final ReadPlan plan;
    private final Comparator<Event> order;
    private final List<Event> all = new ArrayList<>();
    private long read;
    private long refused;

    private PlainModel(Folder folder) {
        this.folder = folder;
        plan = folder.plan();
        order = Comparator.comparingLong(Event::known)
                .thenComparingLong(Event::time)
                .thenComparing(event -> plan.symbols().text(event.source()))
                .thenComparing(event -> event.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    }

    static Folder.Picture picture(Folder folder, List<String> lines) {
        PlainModel model = new PlainModel(folder);
        model.parse(lines);
        return model.picture();
    }

    private void parse(List<String> lines) {
        EventReader reader =
                new EventReader(plan.vocabulary(), plan.symbols(), plan.subjects(), FewTypes.allSlots(), plan.zone());
        Event row = new Event();
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            read++;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (reader.read(bytes, 0, bytes.length, row) == null) {
                all.add(row.copy());
            } else {
                refused++;
            }
        }
    }

    private Folder.Picture picture() {
        Map<String, Event> winners = new TreeMap<>();
        for (Event event : all) {
            winners.merge(key(event), event, (a, b) -> precedence(a).compareTo(precedence(b)) <= 0 ? a : b);
        }
        long dropped = winners.values().stream().mapToLong(Event::droppedFields).sum();
        var counts = new Counts(read, winners.size(), read - refused - winners.size(), refused, dropped);
        List<Event> kept = winners.values().stream()
                .filter(event -> event.known() <= plan.until())
                .sorted(order)
                .toList();
        Map<Integer, Integer> islands = islands();
        Map<Integer, List<Event>> byIsland = new TreeMap<>();
        for (Event event : kept) {
            byIsland.computeIfAbsent(islands.get(event.subject()), _ -> new ArrayList<>())
                    .add(event);
        }
        List<String> texts = byIsland.values().stream()
                .map(events -> String.join("\n", describe(events)))
                .sorted()
                .toList();
        return new Folder.Picture(
                counts,
                List.of(),
                texts,
                kept.stream().mapToLong(Event::time).min().orElse(Long.MIN_VALUE),
                kept.stream().mapToLong(Event::known).max().orElse(Long.MIN_VALUE));
    }

    private String key(Event event) {
        return plan.symbols().text(event.source()) + " " + event.id();
    }

    /// Text that sorts as copies take precedence, in worlds where times have equally many digits.
    private String precedence(Event event) {
        String byContent =
                event.known() + " " + event.time() + " " + plan.subjects().name(event.subject()) + " ";
        String target = event.target() == null ? "" : event.target();
        byContent += event.type() + " " + event.standing().ordinal() + " " + target + " " + event.droppedFields() + " ";
        for (Field field : event.type().fields()) {
            long value = event.value(field.slot());
            byContent += switch (field.type()) {
                        case TEXT ->
                            value == Long.MIN_VALUE ? " " : plan.symbols().text(value);
                        case ID ->
                            value == Long.MIN_VALUE ? " " : plan.subjects().name((int) value);
                        default -> value == Long.MIN_VALUE ? " " : "%020d".formatted(value);
                    }
                    + " ";
        }
        return byContent;
    }

    private Map<Integer, Integer> islands() {
        Map<Integer, Integer> islands = new HashMap<>();
        for (Event event : all) {
            islands.putIfAbsent(event.subject(), event.subject());
            for (Field field : event.type().fields()) {
                long value = field.type() == FieldType.ID ? event.value(field.slot()) : Long.MIN_VALUE;
                if (value != Long.MIN_VALUE && (field.link() || joins(event.type(), field))) {
                    merge(islands, event.subject(), (int) value);
                }
            }
        }
        for (Event corrector : all) {
            for (Event corrected : all) {
                if (corrected.source() == corrector.source() && corrected.id().equals(corrector.target())) {
                    merge(islands, corrector.subject(), corrected.subject());
                }
            }
        }
        return islands;
    }

    private boolean joins(EventType type, Field field) {
        return plan.joins().test(type, field);
    }

    private void merge(Map<Integer, Integer> islands, int one, int other) {
        if (plan.group(one) != plan.group(other)) {
            return;
        }
        islands.putIfAbsent(one, one);
        islands.putIfAbsent(other, other);
        int from = islands.get(other);
        int to = islands.get(one);
        islands.replaceAll((_, island) -> island == from ? to : island);
    }

    private List<String> describe(List<Event> events) {
        List<String> lines = new ArrayList<>();
        events.forEach(event -> lines.add(folder.describe(event)));
        List<Integer> byTime = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            byTime.add(i);
        }
        byTime.sort(
                Comparator.comparingLong((Integer i) -> events.get(i).time()).thenComparing(events::get, order));
        StringBuilder text = new StringBuilder("by time:");
        byTime.forEach(i -> text.append(' ').append(i));
        lines.add(text.toString());
        return lines;
    }
}
