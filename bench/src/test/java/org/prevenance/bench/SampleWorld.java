package org.prevenance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// A small random world that is meaner than the reference work: gaps, busy and silent days, several usages a day,
/// usages without bytes, offsets, nights of clock changes, fields in another order.
public final class SampleWorld {
    private record Timed(Instant time, String json) {}

    private static final DateTimeFormatter PARIS = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(BilledUnused.ZONE);

    private final Random random;
    private final LocalDate start;
    private final List<Timed> events = new ArrayList<>();

    private SampleWorld(long seed) {
        random = new Random(seed);
        start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
    }

    public static void write(Path file, int contracts, int days, long seed) throws IOException {
        SampleWorld world = new SampleWorld(seed);
        for (int contract = 0; contract < contracts; contract++) {
            world.contract(contract, days);
        }
        world.events.sort(Comparator.comparing(Timed::time));
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            world.events.forEach(event -> out.print(event.json() + "\n"));
        }
    }

    private void contract(int contract, int days) {
        add(at(0, -1), "customer.registered", "customer/P" + contract, "{\"since\":\"2020-01-01\"}");
        add(at(0, -1), "contract.started", "contract/C" + contract, "{\"customerId\":\"P" + contract + "\"}");
        add(at(0, -1), "device.installed", "device/D" + contract, "{\"contractId\":\"C" + contract + "\"}");
        int firstDay = random.nextInt(4) == 0 ? random.nextInt(days) : 1;
        double busy = random.nextInt(3) == 0 ? 1 : random.nextDouble() * 0.02;
        double heard = 0.75 + random.nextDouble() * 0.25;
        for (int day = firstDay; day < days; day++) {
            int usages = random.nextDouble() > heard ? 0 : 1 + random.nextInt(8) / 7;
            for (int i = 0; i < usages; i++) {
                long bytes = random.nextDouble() < busy ? 1_000_000 : random.nextInt(30_000);
                String data = random.nextInt(50) == 0 ? "{\"seconds\":3}" : "{\"seconds\":3,\"bytes\":" + bytes + "}";
                add(at(day, random.nextInt(86_400)), "device.usage", "device/D" + contract, data);
            }
        }
        for (int day = random.nextInt(28); day < days; day += 28) {
            String bill = "B" + contract + "-" + day;
            String data = "{\"bill\":\"" + bill + "\",\"lines\":[{\"label\":\"é\",\"amount\":{\"amount\":\"1\"}}]}";
            add(at(day, random.nextInt(86_400)), "bill.issued", "contract/C" + contract, data);
        }
    }

    private Instant at(int day, int second) {
        return start.plusDays(day)
                .atStartOfDay(ZoneOffset.UTC)
                .plusSeconds(second)
                .plusNanos(1000L * random.nextInt(1_000_000))
                .toInstant();
    }

    private void add(Instant time, String type, String subject, String data) {
        String written = random.nextBoolean() ? time.toString() : PARIS.format(time);
        String known = "\"id\":\"e" + events.size() + "\",\"specversion\":\"1.0\",\"source\":\"sample\"";
        String what = "\"type\":\"" + type + "\",\"subject\":\"" + subject + "\",\"time\":\"" + written + "\"";
        String body = "\"data\":" + data;
        events.add(new Timed(
                time,
                random.nextInt(9) == 0
                        ? "{" + body + "," + what + "," + known + "}"
                        : "{" + known + "," + what + "," + body + "}"));
    }
}
