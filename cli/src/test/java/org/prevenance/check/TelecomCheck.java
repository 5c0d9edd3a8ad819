package org.prevenance.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.SqlOracle.Found;
import org.prevenance.files.Limits;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.playbook.Program;
import org.prevenance.report.JsonReport;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;

/// A check of a folder with the telecom pack that ships, each with a program of its own, as a new process would have.
record TelecomCheck(Path folder, @Nullable Instant until, int threads, Limits limits) {
    TelecomCheck(Path folder) {
        this(folder, null, 2, Limits.usual());
    }

    TelecomCheck withThreads(int number) {
        return new TelecomCheck(folder, until, number, limits);
    }

    TelecomCheck withLimits(Limits other) {
        return new TelecomCheck(folder, until, threads, other);
    }

    TelecomCheck withUntil(Instant instant) {
        return new TelecomCheck(folder, instant, threads, limits);
    }

    CheckResult result() {
        try {
            Program program =
                    Packs.compile(Packs.shipped().choose(List.of("telecom"))).orThrow();
            Check.Request request = new Check.Request(folder, until, threads, RowOpener.NONE);
            return Check.run(program, request, limits, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The answer as `check --format json` gives it.
    String json() {
        return json(result());
    }

    static String json(CheckResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonReport.write(result, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The cases as the oracle tells its own: by signal, subject and opening.
    static List<Found> found(CheckResult result) {
        return result.cases().stream()
                .map(TelecomCheck::found)
                .sorted(Comparator.comparing(Found::signal)
                        .thenComparing(Found::subject)
                        .thenComparing(Found::openedAt))
                .toList();
    }

    private static Found found(Case one) {
        Harm harm = one.harm();
        return new Found(
                one.signal(),
                one.subject(),
                one.openedAt(),
                one.closedAt(),
                harm == null ? BigDecimal.ZERO : harm.amount());
    }
}
