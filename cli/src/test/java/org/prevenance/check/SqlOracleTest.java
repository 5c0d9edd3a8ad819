package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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

    @TempDir
    Path folder;

    @Test
    void theOracleFindsWhatTheStoriesSayAndNothingElse() throws IOException, SQLException {
        List<String> differences = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            for (String difference : differences(seed, 180, 330 + 80 * seed)) {
                differences.add("seed " + seed + ": " + difference);
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    private List<String> differences(long seed, int customers, int days) throws IOException, SQLException {
        Path world = folder.resolve("world-" + seed);
        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(seed * 31);
        Simulate.write(world, Settings.telecom(seed, customers, days, start, false, Layout.ONE_FILE));
        Instant until = start.plusDays(days).atStartOfDay(PARIS).toInstant();
        List<Found> found = SqlOracle.find(List.of(world.resolve("events.ndjson")), until, PARIS);
        return new ToldStories(world, PARIS).of(SqlOracle.names()).differences(found);
    }
}
