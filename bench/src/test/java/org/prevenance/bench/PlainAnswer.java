package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The question answered slowly and plainly, after its words: keep everything, look at all of it at each bill.
final class PlainAnswer {
    private record Usage(LocalDate day, long bytes) {}

    private PlainAnswer() {}

    static Answer of(Path events) throws IOException {
        Map<Integer, Integer> contractOf = new HashMap<>();
        Map<Integer, List<Usage>> usages = new HashMap<>();
        List<String> flagged = new ArrayList<>();
        try (EventReader reader = EventReader.of(events)) {
            while (reader.next()) {
                LocalDate day = Instant.EPOCH
                        .plus(reader.time(), ChronoUnit.MICROS)
                        .atZone(BilledUnused.ZONE)
                        .toLocalDate();
                switch (reader.kind()) {
                    case INSTALLED -> contractOf.put(reader.device(), reader.contract());
                    case USAGE -> {
                        if (reader.bytes() >= 0) {
                            usages.computeIfAbsent(contractOf.get(reader.device()), _ -> new ArrayList<>())
                                    .add(new Usage(day, reader.bytes()));
                        }
                    }
                    case BILL -> {
                        if (flagged(usages.getOrDefault(reader.contract(), List.of()), day)) {
                            flagged.add(reader.bill());
                        }
                    }
                    case OTHER -> {}
                }
            }
        }
        return new Answer(flagged);
    }

    private static boolean flagged(List<Usage> usages, LocalDate today) {
        if (usages.isEmpty() || usages.getFirst().day().plusDays(60).isAfter(today)) {
            return false;
        }
        Set<LocalDate> heard = new HashSet<>();
        long bytes = 0;
        for (Usage usage : usages) {
            if (!usage.day().isBefore(today.minusDays(59))) {
                heard.add(usage.day());
                bytes += usage.bytes();
            }
        }
        return heard.size() >= 50 && bytes < 1_000_000;
    }
}
