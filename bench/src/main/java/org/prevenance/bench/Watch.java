package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Watches what a process and those that it starts take of the machine. A launcher script starts the real process: the
/// memory of the largest counts, and the processor time of all.
final class Watch {
    private static final double TICKS_PER_SECOND = 100;

    private final ProcessHandle process;
    private final Map<Long, Long> ticksOf = new HashMap<>();
    private long peakKib;

    Watch(ProcessHandle process) {
        this.process = process;
    }

    /// Looks now; a process that ended since the last look is known as it was then.
    void look() {
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            Stream.concat(Stream.of(process), descendants).forEach(one -> {
                peakKib = Math.max(peakKib, Measured.peakKib(one.pid()));
                ticksOf.merge(one.pid(), ticks(one.pid()), Math::max);
            });
        }
    }

    /// The most memory that one process held, KiB.
    long peakKib() {
        return peakKib;
    }

    /// User and system time of all, seconds.
    double cpuSeconds() {
        return ticksOf.values().stream().mapToLong(Long::longValue).sum() / TICKS_PER_SECOND;
    }

    /// The 14th and 15th field of `/proc/PID/stat`, counted after the name, which may hold blanks.
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
        } catch (IOException e) {
            return 0;
        }
    }
}
