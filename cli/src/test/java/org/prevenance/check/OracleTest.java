package org.prevenance.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prevenance.check.SqlOracle.Found;

/// Check and the oracle, which share nothing but the catalogue, find the same cases in worlds where much goes wrong at
/// once: the same subjects, openings, closings and harms.
class OracleTest {
    private static final int SHOWN = 40;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} contracts of seed {1}, with late and corrected events {2}")
    @CsvSource({
        "60, 1, false",
        "60, 2, false",
        "60, 3, true",
        "60, 4, true",
        "80, 5, false",
        "80, 6, true",
        "80, 7, true"
    })
    void checkFindsWhatTheOracleFinds(int contracts, long seed, boolean late) throws IOException, SQLException {
        Path events = Files.write(folder.resolve("events.ndjson"), CrookedLives.of(seed, contracts, late));
        Instant until = CrookedLives.START
                .plusDays(CrookedLives.DAYS + 15)
                .atStartOfDay(CrookedLives.PARIS)
                .toInstant();
        List<Found> oracle = SqlOracle.find(List.of(events), until, CrookedLives.PARIS);
        List<Found> check =
                TelecomCheck.found(new TelecomCheck(folder).withUntil(until).result());
        assertTrue(bySignal(oracle).size() >= 7, () -> "The world is too tame to prove anything: " + bySignal(oracle));
        List<String> differences = differences(told(oracle), told(check));
        assertEquals(
                "",
                String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))),
                () -> differences.size() + " differences of " + oracle.size() + " cases " + bySignal(oracle));
    }

    private static Map<String, Long> bySignal(List<Found> found) {
        return found.stream().collect(Collectors.groupingBy(Found::signal, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, String> told(List<Found> found) {
        return found.stream()
                .collect(Collectors.toMap(
                        one -> one.signal() + " " + one.subject() + " " + one.openedAt(),
                        one -> "closed " + one.closedAt() + " harm "
                                + one.harm().stripTrailingZeros().toPlainString(),
                        (a, b) -> a + " and " + b,
                        TreeMap::new));
    }

    private static List<String> differences(Map<String, String> oracle, Map<String, String> check) {
        List<String> differences = new ArrayList<>();
        oracle.forEach((key, value) -> {
            if (!value.equals(check.get(key))) {
                differences.add("%s: the oracle %s, check %s".formatted(key, value, check.get(key)));
            }
        });
        check.forEach((key, value) -> {
            if (!oracle.containsKey(key)) {
                differences.add("%s: only check %s".formatted(key, value));
            }
        });
        return differences;
    }
}
