package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one process reports about its own run, as one line of standard output.
///
/// @param workSeconds from the first look at the file to the whole answer, without the start of the process
/// @param flagged     how many bills were flagged; -1 for who only reads
/// @param hash        [Answer#hash]; `-` for who only reads
/// @param peakKib     the most memory that the process ever held, KiB (`VmHWM` of Linux); 0 where unknown
public record Measured(double workSeconds, int flagged, String hash, long peakKib) {
    private static final String MARK = "MEASURED ";

    /// What this process did since `startNanos` ([System#nanoTime]).
    ///
    /// @param answer null for who only reads
    public static Measured here(long startNanos, @Nullable Answer answer) throws IOException {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        return new Measured(
                seconds,
                answer == null ? -1 : answer.flagged().size(),
                answer == null ? "-" : answer.hash(),
                peakKib(ProcessHandle.current().pid()));
    }

    /// Prints the line, for [#parse] in the process that watches.
    public void print() {
        System.out.println(MARK + "work=" + workSeconds + " flagged=" + flagged + " hash=" + hash + " peak=" + peakKib);
    }

    /// The report among the lines of a process, or null when it has none.
    public static @Nullable Measured parse(Iterable<String> lines) {
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                Map<String, String> values = new HashMap<>();
                for (String pair : line.substring(MARK.length()).split(" ", -1)) {
                    int equals = pair.indexOf('=');
                    values.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
                return new Measured(
                        Double.parseDouble(values.getOrDefault("work", "NaN")),
                        Integer.parseInt(values.getOrDefault("flagged", "-1")),
                        values.getOrDefault("hash", "-"),
                        Long.parseLong(values.getOrDefault("peak", "0")));
            }
        }
        return null;
    }

    /// The most memory that a running process ever held, KiB; 0 when it has ended or the system does not tell.
    public static long peakKib(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
