package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The machine that figures were measured on.
///
/// @param loadBefore the system's load average over a minute before the run: above about 0.5 others were busy too
public record Machine(String processor, int cores, double memoryGib, String system, String java, double loadBefore) {
    /// This machine, now.
    public static Machine here() throws IOException {
        return new Machine(
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / 1024.0 / 1024.0,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version", System.getProperty("java.vendor")) + " "
                        + System.getProperty("java.vm.version"),
                Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]));
    }

    /// In one sentence.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB of memory, %s, Java %s; load before the run %.2f.",
                processor,
                cores,
                memoryGib,
                system,
                java,
                loadBefore);
    }

    private static String value(String file, String key) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        for (String line : lines) {
            if (line.startsWith(key)) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return "unknown";
    }
}
