package org.prevenance.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// What a test asks of a folder, with usual answers for what it does not care about.
final class Folder {
    final Symbols symbols = new Symbols();
    final Subjects subjects = new Subjects(FewTypes.VOCABULARY.kinds());
    private final Path path;
    private int threads = 2;
    private long until = Long.MAX_VALUE;
    private BiPredicate<EventType, Field> joins = (type, field) -> false;
    private List<BitSet> slots = FewTypes.allSlots();
    private Limits limits = Limits.usual();
    private RowOpener rows = RowOpener.NONE;

    Folder(Path path) {
        this.path = path;
    }

    Folder threads(int count) {
        threads = count;
        return this;
    }

    Folder until(long micros) {
        until = micros;
        return this;
    }

    Folder joins(BiPredicate<EventType, Field> newJoins) {
        joins = newJoins;
        return this;
    }

    Folder limits(Limits newLimits) {
        limits = newLimits;
        return this;
    }

    Folder rows(RowOpener opener) {
        rows = opener;
        return this;
    }

    /// Offers are a group of their own.
    ReadPlan plan() {
        int offer = FewTypes.VOCABULARY.kind("offer");
        List<Integer> groups = IntStream.range(0, FewTypes.VOCABULARY.kinds().size())
                .mapToObj(kind -> kind == offer ? 1 : 0)
                .toList();
        return new ReadPlan(
                FewTypes.VOCABULARY,
                symbols,
                subjects,
                slots,
                ZoneId.of("Europe/Paris"),
                joins,
                groups,
                threads,
                until,
                rows);
    }

    EventLog read() throws IOException {
        return EventLog.read(List.of(path), plan(), limits, Progress.NONE);
    }

    /// All that a log gives, as text: the same for logs that give the same.
    ///
    /// @param islands each with its events in order, and the order by time; sorted
    record Picture(Counts counts, List<Quarantined> quarantine, List<String> islands, long firstTime, long lastKnown) {}

    Picture picture() throws IOException {
        try (EventLog log = read()) {
            return picture(log);
        }
    }

    Picture picture(EventLog log) {
        List<String> islands = new ArrayList<>();
        log.forEachIsland(threads, () -> island -> {
            String text = String.join("\n", describe(island));
            synchronized (islands) {
                islands.add(text);
            }
        });
        islands.sort(null);
        return new Picture(log.counts(), log.quarantine(), islands, log.firstTime(), log.lastKnown());
    }

    List<String> describe(Island island) {
        List<String> lines = new ArrayList<>();
        Event event = new Event();
        StringBuilder byTime = new StringBuilder();
        for (int i = 0; i < island.size(); i++) {
            island.read(i, event);
            lines.add(describe(event));
            byTime.append(' ').append(island.inTimeOrder(i));
        }
        lines.add("by time:" + byTime);
        return lines;
    }

    String describe(Event event) {
        StringBuilder text = new StringBuilder();
        text.append(event.known()).append(' ').append(event.time());
        text.append(' ').append(symbols.text(event.source())).append(' ').append(event.id());
        text.append(' ').append(event.type()).append(' ').append(subjects.name(event.subject()));
        text.append(' ').append(event.standing()).append(' ').append(event.target());
        text.append(' ').append(event.droppedFields());
        return text + " " + values(event);
    }

    private Map<String, String> values(Event event) {
        Map<String, String> values = new TreeMap<>();
        for (Field field : event.type().fields()) {
            long value = event.value(field.slot());
            if (value == Raw.ABSENT) {
                continue;
            }
            values.put(
                    field.name(),
                    switch (field.type()) {
                        case TEXT -> symbols.text(value);
                        case ID -> subjects.name((int) value);
                        case MONEY -> value + " " + symbols.text(event.value(field.slot() + 1));
                        default -> Long.toString(value);
                    });
        }
        return values;
    }
}
