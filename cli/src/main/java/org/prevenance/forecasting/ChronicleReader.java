package org.prevenance.forecasting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.files.Counts;
import org.prevenance.files.EventLog;
import org.prevenance.files.Progress;
import org.prevenance.files.ReadPlan;
import org.prevenance.files.RowOpener;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;
import org.prevenance.sources.Sources;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads folders as `check` does, and keeps the events that forecasts look at.
public final class ChronicleReader {
    private ChronicleReader() {}

    /// @param folders the first may hold a `sources.yaml`
    /// @param mapping how CSV and Parquet files become events
    /// @param types   names of the event types that are wanted
    /// @param until   what became known later is left out, microseconds since 1970
    public record Request(
            List<Path> folders, Sources mapping, Vocabulary vocabulary, Set<String> types, ZoneId zone, long until) {
        public Request {
            folders = List.copyOf(folders);
            types = Set.copyOf(types);
        }
    }

    /// @param counts of all events met, wanted or not
    public record Result(Chronicle chronicle, Counts counts) {}

    /// @throws IOException where a folder cannot be read
    public static Result read(Request request, int threads, Progress progress) throws IOException {
        Vocabulary vocabulary = request.vocabulary();
        var words = new Chronicle.Words(vocabulary, new Symbols(), new Subjects(vocabulary.kinds()), request.zone());
        List<BitSet> slots = vocabulary.types().stream()
                .map(type -> slots(type, request.types()))
                .toList();
        RowOpener rows = request.mapping().opener(words.symbols(), words.subjects(), slots, request.zone());
        ReadPlan plan = new ReadPlan(
                vocabulary,
                words.symbols(),
                words.subjects(),
                slots,
                request.zone(),
                (_, _) -> false,
                Collections.nCopies(vocabulary.kinds().size(), 0),
                threads,
                request.until(),
                rows);
        try (EventLog log = EventLog.read(request.folders(), plan, progress)) {
            ChronicleWriter writer = new ChronicleWriter(words);
            Event row = new Event();
            log.forEachIsland(1, () -> island -> {
                for (int i = 0; i < island.size(); i++) {
                    if (request.types().contains(island.type(i).name())) {
                        island.read(i, row);
                        writer.add(row);
                    }
                }
            });
            return new Result(writer.finish(), log.counts());
        }
    }

    private static BitSet slots(EventType type, Set<String> wanted) {
        BitSet slots = new BitSet();
        slots.set(0, wanted.contains(type.name()) ? type.slotCount() : 0);
        return slots;
    }
}
