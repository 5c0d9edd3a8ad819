package org.prevenance.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prevenance.check.SqlOracle.Found;

/// What the stories of a simulated world say must be found in it: the lines of its `truth.json`.
final class ToldStories {
    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\": (?:\"([^\"]*)\"|(true|false)|\\{\"amount\": \"([^\"]*)\")");

    private final List<String> lines;
    private final ZoneId zone;

    /// @param zone whose calendar days `truth.json` means
    ToldStories(Path world, ZoneId zone) throws IOException {
        this.lines = Files.readAllLines(world.resolve("truth.json")).stream()
                .filter(line -> line.contains("\"story\"") && line.contains("\"mustBeFound\": true"))
                .toList();
        this.zone = zone;
    }

    private ToldStories(List<String> lines, ZoneId zone) {
        this.lines = lines;
        this.zone = zone;
    }

    /// Those that these signals would tell.
    ToldStories of(Set<String> signals) {
        return new ToldStories(
                lines.stream()
                        .filter(line -> signals.contains(field(line, "signal")))
                        .toList(),
                zone);
    }

    /// The signals that a story must raise, each once for each story.
    List<String> signals() {
        return lines.stream().map(line -> field(line, "signal")).toList();
    }

    /// What was told and not found so, and what was found and not told; empty where the two are the same.
    List<String> differences(List<Found> found) {
        List<Found> unexplained = new ArrayList<>(found);
        List<String> differences = new ArrayList<>();
        for (String line : lines) {
            List<Found> cases = found.stream()
                    .filter(one -> one.signal().equals(field(line, "signal"))
                            && one.subject().equals(field(line, "subject")))
                    .toList();
            unexplained.removeAll(cases);
            if (!told(line, cases)) {
                differences.add("told " + line.strip() + "\n    found " + cases);
            }
        }
        unexplained.forEach(one -> differences.add("not told, but found " + one));
        return differences;
    }

    private boolean told(String line, List<Found> cases) {
        if (cases.size() != 1) {
            return false;
        }
        Found one = cases.getFirst();
        String opened = one.openedOn(zone).toString();
        Instant closed = one.closedAt();
        String from = field(line, "closesFrom");
        return opened.compareTo(field(line, "opensFrom")) >= 0
                && opened.compareTo(field(line, "opensBy")) <= 0
                && (field(line, "opensAt").isEmpty() || one.openedAt().equals(Instant.parse(field(line, "opensAt"))))
                && (from.isEmpty() || closed == null || !closed.isBefore(Instant.parse(from)))
                && field(line, "atEnd").equals(closed == null ? "open" : "closed")
                && (field(line, "harm").isEmpty() || one.harm().compareTo(new BigDecimal(field(line, "harm"))) == 0);
    }

    /// A field of a line; empty where it has none.
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
