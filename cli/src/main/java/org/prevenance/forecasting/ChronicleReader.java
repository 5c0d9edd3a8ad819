package org.prevenance.forecasting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.prevenance.engine.Permissions;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.files.Counts;
import org.prevenance.files.EventLog;
import org.prevenance.files.Progress;
import org.prevenance.files.ReadPlan;
import org.prevenance.files.RowOpener;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Target;
import org.prevenance.sources.Sources;
import org.prevenance.text.Mistakes;
import org.prevenance.vocabulary.Purpose;
import org.prevenance.vocabulary.Vocabulary;

/// Reads folders as `check` does, and keeps the events that forecasts look at: for each purpose by itself, and where a
/// purpose rests on consent only those of people who opted in to it.
public final class ChronicleReader {
    private ChronicleReader() {}

    /// @param folders the first may hold a `sources.yaml`
    /// @param mapping how CSV and Parquet files become events
    /// @param types   by purpose, which the vocabulary declares: names of the event types that are wanted for it
    /// @param until   what became known later is left out, microseconds since 1970
    public record Request(
            List<Path> folders,
            Sources mapping,
            Vocabulary vocabulary,
            Map<String, Set<String>> types,
            ZoneId zone,
            long until) {
        public Request {
            folders = List.copyOf(folders);
            types = new TreeMap<>(types);
        }
    }

    /// What may be used for one purpose.
    ///
    /// @param leftOut how many events are not in the chronicle because people have not opted in
    public record Used(Chronicle chronicle, long leftOut) {}

    /// @param used   by purpose
    /// @param counts of all events met, wanted or not
    public record Result(Map<String, Used> used, Counts counts) {
        public Result {
            used = Map.copyOf(used);
        }

        /// What may be used for a forecast.
        ///
        /// @throws IllegalArgumentException where nothing was read for its purpose
        public Used of(Target target) {
            Used found = used.get(target.declaration().purpose());
            if (found == null) {
                throw new IllegalArgumentException("Nothing was read for the forecast (%s)."
                        .formatted(target.declaration().name()));
            }
            return found;
        }
    }

    /// The event types that forecasts read, by the purpose that each declares.
    ///
    /// @throws NotForetold where the vocabulary has no such purpose, with its place
    public static Map<String, Set<String>> types(Collection<Target> targets, Vocabulary vocabulary) {
        Map<String, Set<String>> types = new TreeMap<>();
        Mistakes mistakes = new Mistakes();
        for (Target target : targets) {
            String purpose = target.declaration().purpose();
            types.computeIfAbsent(purpose, _ -> new HashSet<>()).addAll(target.reads());
            if (!vocabulary.purposes().containsKey(purpose)) {
                mistakes.unknown(
                        target.declaration().rest().keyPlace("purpose"),
                        "The purpose " + purpose + " is not declared.",
                        purpose,
                        vocabulary.purposes().keySet());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new NotForetold(mistakes.sorted().getFirst().render());
        }
        return types;
    }

    /// @throws IOException where a folder cannot be read
    public static Result read(Request request, int threads, Progress progress) throws IOException {
        Vocabulary vocabulary = request.vocabulary();
        var words = new Chronicle.Words(vocabulary, new Symbols(), new Subjects(vocabulary.kinds()), request.zone());
        var permissions = new Permissions(vocabulary, words.symbols(), words.subjects(), request.zone());
        Map<String, Usable> usable = new TreeMap<>();
        request.types()
                .forEach((purpose, types) -> usable.put(
                        purpose,
                        needsConsent(vocabulary, purpose)
                                ? new OptedIn(words, purpose, types, permissions)
                                : new Everybodys(words, types)));
        List<BitSet> slots = slots(request, permissions.slots());
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
            log.forEachIsland(1, () -> island -> usable.values().forEach(one -> one.visit(island)));
            Map<String, Used> used = new TreeMap<>();
            usable.forEach((purpose, one) -> used.put(purpose, one.finish()));
            return new Result(used, log.counts());
        }
    }

    private static boolean needsConsent(Vocabulary vocabulary, String name) {
        Purpose purpose = vocabulary.purposes().get(name);
        if (purpose == null) {
            throw new IllegalArgumentException("The purpose (%s) is not declared.".formatted(name));
        }
        return purpose.needsConsent();
    }

    /// Those of the types that are wanted, and where a purpose rests on consent those that tell who gave it.
    private static List<BitSet> slots(Request request, List<BitSet> consent) {
        boolean asked = request.types().keySet().stream().anyMatch(name -> needsConsent(request.vocabulary(), name));
        return request.vocabulary().types().stream()
                .map(type -> {
                    BitSet slots = asked ? (BitSet) consent.get(type.ordinal()).clone() : new BitSet();
                    boolean wanted = request.types().values().stream().anyMatch(types -> types.contains(type.name()));
                    slots.set(0, wanted ? type.slotCount() : 0);
                    return slots;
                })
                .toList();
    }
}
