package org.prevenance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prevenance.check.Packs;
import org.prevenance.engine.Engine;
import org.prevenance.engine.EventList;
import org.prevenance.engine.Published;
import org.prevenance.engine.Stage;
import org.prevenance.engine.Stages;
import org.prevenance.event.Event;
import org.prevenance.intake.EventReader;
import org.prevenance.intake.Refusal;
import org.prevenance.playbook.Program;

/// What the engine keeps of one contract under the whole telecom pack, after one, two and four years of daily usage,
/// daily
/// device reports and 4-weekly bills: about how many bytes on the heap, its customer and its box included.
public final class StateSize {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private StateSize() {}

    public static void main(String[] args) {
        for (int years : List.of(1, 2, 4)) {
            System.out.printf("%d years: %,d bytes%n", years, bytesAfter(years * 365));
        }
    }

    /// @param days of history
    static long bytesAfter(int days) {
        Program program = telecom();
        Stages stages = new Stages(program);
        EventReader reader = new EventReader(
                program.vocabulary(),
                program.symbols(),
                program.subjects(),
                stages.plan().slotsKept(),
                program.zone());
        Stage last = stages.all().getLast();
        Engine engine = new Engine(last.plan(), new Published(stages), new EventList(program.symbols()));
        Event row = new Event();
        for (String line : life(days)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            Refusal refusal = reader.read(bytes, 0, bytes.length, row);
            if (refusal != null) {
                throw new IllegalStateException(refusal + " in " + line);
            }
            engine.apply(row);
        }
        engine.advance(row.known() + 1);
        return engine.stateBytes();
    }

    private static Program telecom() {
        try {
            return Packs.compile(Packs.shipped().choose(List.of("telecom"))).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> life(int days) {
        List<String> lines = new ArrayList<>();
        lines.add(event("customer/K", "consent.given", at(0, 1), "{\"purpose\":\"care\",\"method\":\"web\"}"));
        lines.add(event("contract/C", "contract.started", at(0, 2), "{\"customerId\":\"K\",\"product\":\"fibre\"}"));
        lines.add(event("device/D", "device.installed", at(0, 3), "{\"contractId\":\"C\"}"));
        for (int day = 0; day < days; day++) {
            if (day % 28 == 0) {
                lines.add(event("contract/C", "bill.issued", at(day, 6), bill(day)));
            }
            lines.add(event(
                    "device/D",
                    "device.reported",
                    at(day, 8),
                    "{\"uptimeSeconds\":%d,\"errors\":%d}".formatted(day * 86_400L, day % 7)));
            lines.add(event("device/D", "device.usage", at(day, 20), "{\"bytes\":%d}".formatted(5_000_000 + day)));
        }
        return lines;
    }

    private static String bill(int day) {
        return "{\"bill\":\"B%d\",\"amount\":{\"amount\":\"29.99\",\"currency\":\"EUR\"},\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(day, START.plusDays(day), START.plusDays(day + 27));
    }

    private static Instant at(int day, int hour) {
        return Instant.parse(START.plusDays(day) + "T00:00:00Z").plusSeconds(hour * 3600L);
    }

    private static String event(String subject, String type, Instant time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s-%s\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"data\":%s}"
                .formatted(type, time, type, subject, time, data);
    }
}
