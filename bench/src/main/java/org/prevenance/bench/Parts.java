package org.prevenance.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Splits a file of events into files that hold whole contracts each, in the same order: what the partitions of a
/// message queue would hold. It favours who reads several files at once and cannot keep order otherwise.
final class Parts {
    private Parts() {}

    /// Writes `part-0.ndjson`, `part-1.ndjson`, … into a folder, replacing what is there.
    static void write(Path events, Path folder, int parts) throws IOException {
        Files.createDirectories(folder);
        List<OutputStream> outs = new ArrayList<>();
        try (EventReader reader = EventReader.of(events);
                InputStream lines = new BufferedInputStream(Files.newInputStream(events), 1 << 20)) {
            for (int part = 0; part < parts; part++) {
                Path file = folder.resolve("part-" + part + ".ndjson");
                outs.add(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
            }
            Map<Integer, Integer> contractOf = new HashMap<>();
            while (reader.next()) {
                copyLine(lines, outs.get(contract(reader, contractOf) % parts));
            }
        } finally {
            for (OutputStream out : outs) {
                out.close();
            }
        }
    }

    /// The number of the contract that an event is about; 0 for events about no contract.
    private static int contract(EventReader event, Map<Integer, Integer> contractOf) {
        if (event.kind() == EventReader.Kind.INSTALLED) {
            contractOf.put(event.device(), event.contract());
        }
        if (event.contract() >= 0) {
            return event.contract();
        }
        return contractOf.getOrDefault(event.device(), 0);
    }

    private static void copyLine(InputStream lines, OutputStream out) throws IOException {
        for (int read = lines.read(); read >= 0; read = lines.read()) {
            out.write(read);
            if (read == '\n') {
                return;
            }
        }
    }
}
