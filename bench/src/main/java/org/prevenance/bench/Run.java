package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One contestant's run in one round.
///
/// @param workSeconds    what the contestant says of itself; the whole process where it says nothing
/// @param processSeconds from before its start to after its end
/// @param peakKib        most memory held by one process of it, KiB
/// @param cpuSeconds     processor time of all its processes, user and system, without the last 20 ms of each
/// @param flagged        the flagged bills, sorted; empty for who does not answer
public record Run(
        Contestant contestant,
        double workSeconds,
        double processSeconds,
        long peakKib,
        double cpuSeconds,
        List<String> flagged) {
    private static final long LOOK_MILLIS = 20;

    /// Runs it and waits. Output goes to files in `logs`.
    ///
    /// @throws IllegalStateException when it fails, with the place of its output
    public static Run of(Contestant contestant, Path events, Path logs) throws IOException, InterruptedException {
        Path out = logs.resolve(contestant.name() + ".out");
        Path err = logs.resolve(contestant.name() + ".err");
        Path flagged = logs.resolve(contestant.name() + ".flagged");
        Files.deleteIfExists(flagged);
        List<String> command = contestant.command().stream()
                .map(part -> part.replace(Contestant.FLAGGED, flagged.toString()))
                .toList();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        Watch watch = new Watch(process.toHandle());
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            watch.look();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("%s ended with status %d. Look at %s and %s. It was: %s"
                    .formatted(contestant.title(), process.exitValue(), err, out, String.join(" ", command)));
        }
        return read(contestant, events, out, flagged, seconds, watch);
    }

    private static Run read(Contestant contestant, Path events, Path out, Path flagged, double seconds, Watch watch)
            throws IOException {
        if (contestant.answers() == Contestant.Kind.CASES) {
            List<String> bills = FlaggedCases.bills(out, events);
            return new Run(contestant, seconds, seconds, watch.peakKib(), watch.cpuSeconds(), bills);
        }
        if (contestant.answers() == Contestant.Kind.OTHER_CASES) {
            return new Run(contestant, seconds, seconds, watch.peakKib(), watch.cpuSeconds(), List.of());
        }
        Measured measured = measured(contestant, out);
        long peak = Math.max(watch.peakKib(), measured.peakKib());
        List<String> bills = contestant.compared() ? written(contestant, measured, flagged) : List.of();
        return new Run(contestant, measured.workSeconds(), seconds, peak, watch.cpuSeconds(), bills);
    }

    private static List<String> written(Contestant contestant, Measured measured, Path flagged) throws IOException {
        Answer answer = new Answer(Files.readAllLines(flagged));
        if (!answer.hash().equals(measured.hash())) {
            throw new IllegalStateException("%s wrote other bills to %s than it counted (%s, not %s)."
                    .formatted(contestant.title(), flagged, answer.hash(), measured.hash()));
        }
        return answer.flagged();
    }

    private static Measured measured(Contestant contestant, Path out) throws IOException {
        Measured measured = Measured.parse(Files.readAllLines(out));
        if (measured == null) {
            throw new IllegalStateException(contestant.title() + " did not report what it measured; look at " + out);
        }
        return measured;
    }
}
