package org.prevenance.backtest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Packs;
import org.prevenance.files.Progress;
import org.prevenance.files.RowOpener;
import org.prevenance.measure.Bootstrap;
import org.prevenance.report.BacktestJson;

/// Backtests of a folder, in short.
record Tried(
        Path folder,
        String playbook,
        @Nullable String vary,
        @Nullable Instant until,
        int threads) {
    Tried(Path folder, String playbook) {
        this(folder, playbook, null, null, 2);
    }

    /// The events of a story, one JSON object a line, in a folder.
    static Path world(Path folder, String... lines) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("events.ndjson"), String.join("\n", lines) + "\n");
        return folder;
    }

    /// One event; what was known later is written `2025-01-02T08:00:00Z > 2025-01-09T08:00:00Z`.
    static String event(String id, String when, String type, String subject, String data) {
        String[] times = when.split(" > ");
        String recorded = times.length == 1 ? "" : "\"recordedtime\":\"" + times[1] + "\",";
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",%s\"data\":%s}"
                .formatted(id, type, subject, times[0], recorded, data);
    }

    BacktestResult result() throws IOException {
        Selection selection = Selection.of(Packs.shipped(), playbook, List.of());
        Variation variation = vary == null ? null : Variation.parse(vary);
        return Backtest.run(
                Compiled.of(playbook, selection, variation, null, ""),
                new Backtest.Request(folder, null, until, threads, Bootstrap.USUAL),
                _ -> RowOpener.NONE,
                Progress.NONE);
    }

    String json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BacktestJson.write(result(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
