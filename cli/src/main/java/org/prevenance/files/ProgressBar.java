package org.prevenance.files;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Shows on one line of a terminal how far a reading has come, how fast, and how long it will still take:
///
/// ```
/// [==========              ]  42 %  1.8 M events/s  3 s left
/// ```
///
/// The line is gone when all is read. Thread-safe.
public final class ProgressBar implements Progress {
    private static final int WIDTH = 24;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long REDRAW_NANOS = NANOS_PER_SECOND / 10;

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private long totalBytes;
    private long bytes;
    private long events;
    private long started;
    private long drawn;
    private int drawnLength;

    /// @param nanoClock tells time like [System#nanoTime]
    ProgressBar(PrintStream out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
    }

    /// A bar on the error output, so that results can go to a file; none where that is no terminal.
    public static Progress onTerminal() {
        return errorsGoToTerminal() ? new ProgressBar(System.err, System::nanoTime) : Progress.NONE;
    }

    private static boolean errorsGoToTerminal() {
        Path errors = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(errors)) {
            try {
                String target = Files.readSymbolicLink(errors).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() instanceof Console console && console.isTerminal();
    }

    @Override
    public synchronized void begins(long newTotalBytes) {
        totalBytes = newTotalBytes;
        started = nanoClock.getAsLong();
        drawn = started;
    }

    @Override
    public synchronized void read(long moreBytes, long moreEvents) {
        bytes += moreBytes;
        events += moreEvents;
        long now = nanoClock.getAsLong();
        if (now - drawn >= REDRAW_NANOS) {
            drawn = now;
            draw((double) (now - started) / NANOS_PER_SECOND);
        }
    }

    private void draw(double seconds) {
        double share = totalBytes == 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
        int full = (int) (share * WIDTH);
        String left = share == 0 ? "" : "  %.0f s left".formatted(Math.ceil(seconds / share - seconds));
        String line = "[%s%s] %3d %%  %s events/s%s"
                .formatted("=".repeat(full), " ".repeat(WIDTH - full), (int) (share * 100), rate(seconds), left);
        write(line);
    }

    private String rate(double seconds) {
        double rate = events / seconds;
        if (rate >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M", rate / 1e6);
        }
        return rate >= 1e3
                ? String.format(Locale.ROOT, "%.0f k", rate / 1e3)
                : String.format(Locale.ROOT, "%.0f", rate);
    }

    private void write(String line) {
        String rest = " ".repeat(Math.max(0, drawnLength - line.length()));
        out.print("\r" + line + rest);
        out.flush();
        drawnLength = line.length();
    }

    @Override
    public synchronized void done() {
        if (drawnLength > 0) {
            write("");
            out.print("\r");
            out.flush();
        }
    }
}
