package org.prevenance.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/// Stands in for the simulator's reference world until that exists.
final class StandInWorld {
    private StandInWorld() {}

    static void write(Path file, int contracts, int days, long seed) throws IOException {
        Random random = new Random(seed);
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        int[] order = new int[contracts];
        long serial = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int c = 0; c < contracts; c++) {
                order[c] = c;
                line(out, serial++, "device.installed", "device/B%07d".formatted(c), start, "{\"contractId\":\"C%07d\",\"category\":\"box\"}".formatted(c));
            }
            for (int day = 0; day < days; day++) {
                for (int i = contracts - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int t = order[i];
                    order[i] = order[j];
                    order[j] = t;
                }
                long second = 60 + day * 86_400L;
                for (int i = 0; i < contracts; i++) {
                    int c = order[i];
                    Instant at = start.plusSeconds(second + i * 40_000L / contracts);
                    long bytes = c % 50 == 0 && (day / 90) % 2 == 1 ? random.nextInt(20_000) : 200_000_000L + random.nextInt(2_000_000_000);
                    line(out, serial++, "device.usage", "device/B%07d".formatted(c), at, "{\"bytes\":" + bytes + "}");
                }
                for (int c = day % 28; c < contracts; c += 28) {
                    line(out, serial++, "bill.issued", "contract/C%07d".formatted(c), start.plusSeconds(second + 50_000), "{\"bill\":\"F%07d-%03d\",\"amount\":{\"amount\":\"29.99\",\"currency\":\"EUR\"},\"from\":\"2024-01-01\",\"to\":\"2024-01-28\"}".formatted(c, day));
                }
            }
        }
    }

    private static void line(BufferedWriter out, long serial, String type, String subject, Instant at, String data) throws IOException {
        out.write("{\"specversion\":\"1.0\",\"id\":\"" + serial + "\",\"source\":\"/telecom/network\",\"type\":\"" + type + "\",\"subject\":\"" + subject
                + "\",\"time\":\"" + at + "\",\"recordedtime\":\"" + at + "\",\"datacontenttype\":\"application/json\",\"data\":" + data + "}\n");
    }
}
