package org.prevenance.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A trouble that a simulated world tells in its `truth.json`.
///
/// @param opensFrom a case opens from that day on, and by `opensBy`
/// @param complaint the day on which the customer complains; null: never
record SimulatedTrouble(
        String signal,
        String customer,
        LocalDate opensFrom,
        LocalDate opensBy,
        @Nullable LocalDate complaint) {
    static List<SimulatedTrouble> in(Path world) throws IOException {
        return Files.readAllLines(world.resolve("truth.json")).stream()
                .filter(line -> line.contains("\"story\"") && line.contains("\"mustBeFound\": true"))
                .map(line -> new SimulatedTrouble(
                        String.valueOf(field(line, "signal")),
                        String.valueOf(field(line, "customer")),
                        LocalDate.parse(String.valueOf(field(line, "opensFrom"))),
                        LocalDate.parse(String.valueOf(field(line, "opensBy"))),
                        field(line, "complaint") == null ? null : LocalDate.parse(field(line, "complaint"))))
                .toList();
    }

    /// Whether the complaint comes after the case, at a time at which truths surely still bear on it.
    boolean complainsAfter() {
        return complaint != null && complaint.isAfter(opensBy) && complaint.isBefore(opensFrom.plusDays(60));
    }

    boolean complainsBefore() {
        return complaint != null && complaint.isBefore(opensFrom);
    }

    private static @Nullable String field(String line, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": \"([^\"]*)\"").matcher(line);
        return matcher.find() ? matcher.group(1) : null;
    }
}
