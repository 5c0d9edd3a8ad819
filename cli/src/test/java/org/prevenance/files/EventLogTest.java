package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.CheckResult;
import org.prevenance.event.Event;

class EventLogTest {
    @TempDir
    Path folder;

    static String usage(String id, String device, String time, long bytes) {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:boxes","type":"device.usage","subject":"device/%s",\
                "time":"%s","data":{"bytes":%d}}
                """.formatted(id, device, time, bytes);
    }

    static String installed(String id, String device, String contract, String time) {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:stock","type":"device.installed","subject":"device/%s",\
                "time":"%s","data":{"contractId":"%s"}}
                """.formatted(id, device, time, contract);
    }

    void file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("", lines));
    }

    @Test
    void aLinkPutsADeviceOnTheIslandOfItsContract() throws IOException {
        file("usage.ndjson",
                usage("u2", "D1", "2026-01-03T00:00:00Z", 7),
                usage("u1", "D1", "2026-01-02T00:00:00Z", 5),
                usage("u3", "D2", "2026-01-02T00:00:00Z", 9));
        file("stock/devices.jsonl",
                installed("i1", "D1", "C1", "2026-01-01T00:00:00Z"));
        var picture = new Folder(folder).picture();
        assertEquals(new CheckResult.Counts(4, 4, 0, 0, 0), picture.counts());
        assertEquals(2, picture.islands().size());
        assertEquals(List.of(), picture.quarantine());
    }

    @Test
    void eventsOfAnIslandComeInTheOrderInWhichTheyBecameKnown() throws IOException {
        file("usage.ndjson",
                usage("u2", "D1", "2026-01-03T00:00:00Z", 7),
                usage("u1", "D1", "2026-01-02T00:00:00Z", 5),
                usage("u0", "D1", "2026-01-03T00:00:00Z", 7));
        StringBuilder ids = new StringBuilder();
        try (EventLog log = new Folder(folder).read()) {
            log.forEachIsland(1, () -> island -> {
                Event event = new Event();
                for (int i = 0; i < island.size(); i++) {
                    island.read(i, event);
                    ids.append(event.id()).append(' ');
                }
            });
        }
        assertEquals("u1 u0 u2 ", ids.toString());
    }
}
