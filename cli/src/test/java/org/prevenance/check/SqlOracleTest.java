package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.SqlOracle.Found;
import org.prevenance.simulator.Layout;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;

/// The world's truth, told by its stories, and the oracle's answers, found in its events, must be the same: nothing
/// missed, nothing besides.
class SqlOracleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\": (?:\"([^\"]*)\"|(true|false)|\\{\"amount\": \"([^\"]*)\")");

    @TempDir
    Path folder;

    @Test
    void theOracleFindsWhatTheStoriesSayAndNothingElse() throws IOException, SQLException {
        List<String> differences = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            differences.addAll(differences(seed, 180, 330 + 80 * seed));
        }
        assertEquals("", String.join("\n", differences));
    }

    private List<String> differences(long seed, int customers, int days) throws IOException, SQLException {
        Path world = folder.resolve("world-" + seed);
        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(seed * 31);
        Simulate.write(world, new Settings(seed, customers, days, start, false, Layout.ONE_FILE));
        Instant until = start.plusDays(days).atStartOfDay(PARIS).toInstant();
        List<Found> found = SqlOracle.find(List.of(world.resolve("events.ndjson")), until, PARIS);
        List<Found> unexplained = new ArrayList<>(found);
        List<String> differences = new ArrayList<>();
        for (String line : Files.readAllLines(world.resolve("truth.json"))) {
            if (line.contains("\"story\"") && line.contains("\"mustBeFound\": true")) {
                List<Found> cases = found.stream()
                        .filter(one -> one.signal().equals(field(line, "signal"))
                                && one.subject().equals(field(line, "subject")))
                        .toList();
                unexplained.removeAll(cases);
                if (!told(line, cases)) {
                    differences.add("seed " + seed + ": told " + line.strip() + "\n    found " + cases);
                }
            }
        }
        unexplained.forEach(one -> differences.add("seed " + seed + ": not told, but found " + one));
        return differences;
    }

    private static boolean told(String line, List<Found> cases) {
        if (cases.size() != 1) {
            return false;
        }
        Found one = cases.getFirst();
        String opened = one.openedOn(PARIS).toString();
        Instant closed = one.closedAt();
        String from = field(line, "closesFrom");
        return opened.compareTo(field(line, "opensFrom")) >= 0
                && opened.compareTo(field(line, "opensBy")) <= 0
                && (field(line, "opensAt").isEmpty() || one.openedAt().equals(Instant.parse(field(line, "opensAt"))))
                && (from.isEmpty() || closed == null || !closed.isBefore(Instant.parse(from)))
                && field(line, "atEnd").equals(closed == null ? "open" : "closed")
                && (field(line, "harm").isEmpty() || one.harm().compareTo(new BigDecimal(field(line, "harm"))) == 0);
    }

    /// A field of a line of `truth.json`; empty where it has none.
    private static String field(String line, String name) {
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            if (name.equals(matcher.group(1))) {
                for (int group = 2; group <= 4; group++) {
                    if (matcher.group(group) != null) {
                        return matcher.group(group);
                    }
                }
            }
        }
        return "";
    }
}
