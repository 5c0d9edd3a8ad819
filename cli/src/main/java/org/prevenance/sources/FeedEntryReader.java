package org.prevenance.sources;

import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.gtfs.Settings;
import org.prevenance.text.Yaml;

/// Reads the entries of `gtfs:` in `sources.yaml` and notes every mistake with its place.
final class FeedEntryReader {
    private static final List<String> KEYS = List.of(
            "timetable", "messages", "source", "prefix", "zone", "days", "published", "stops", "stale", "change");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h)");

    private final YamlPage page;

    FeedEntryReader(YamlPage page) {
        this.page = page;
    }

    List<FeedEntry> read(Yaml list) {
        List<FeedEntry> entries = new ArrayList<>();
        for (Yaml node : YamlPage.items(list)) {
            entries.add(entry(node));
        }
        return entries;
    }

    private FeedEntry entry(Yaml node) {
        Map<String, Yaml.Entry> entries = page.entries(node, KEYS, "a feed");
        List<PathMatcher> timetable = globs(entries.get("timetable"));
        List<PathMatcher> messages = globs(entries.get("messages"));
        if (!entries.containsKey("timetable") && !entries.containsKey("messages")) {
            page.wrong(
                    node,
                    "the feed names neither a (timetable) nor (messages)",
                    "Maybe add (timetable: gtfs.zip) and (messages: \"rt/*.pb.gz\").");
        }
        return new FeedEntry(timetable, messages, settings(entries));
    }

    private Settings settings(Map<String, Yaml.Entry> entries) {
        Days days = days(entries.get("days"));
        return new Settings(
                text(entries.get("source")),
                text(entries.get("prefix")),
                zone(entries.get("zone")),
                days.from,
                days.to,
                published(entries.get("published")),
                byId(entries.get("stops")),
                duration(entries.get("stale"), Settings.USUAL_STALE),
                duration(entries.get("change"), Duration.ZERO));
    }

    private List<PathMatcher> globs(Yaml.@Nullable Entry entry) {
        List<PathMatcher> globs = new ArrayList<>();
        if (entry == null) {
            return globs;
        }
        for (String glob : page.texts(entry.value(), "a file's name")) {
            try {
                globs.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
            } catch (PatternSyntaxException e) {
                page.wrong(
                        entry.value(),
                        "(" + glob + ") is not a pattern of file names: " + e.getDescription(),
                        "Maybe write (rt/*.pb.gz), or (**/*.pb) for all folders.");
            }
        }
        return globs;
    }

    private String text(Yaml.@Nullable Entry entry) {
        String text = entry == null ? null : page.text(entry.value(), "what a feed says");
        return text == null ? "" : text;
    }

    private @Nullable ZoneId zone(Yaml.@Nullable Entry entry) {
        String text = text(entry);
        try {
            return entry == null || text.isEmpty() ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            page.wrong(entry.value(), "the time zone (" + text + ") is not known", "Maybe write (Europe/Paris).");
            return null;
        }
    }

    private record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        static final Days ALL = new Days(null, null);
    }

    /// `2026-03-01..2026-03-31`, or one day; each end may be left out.
    private Days days(Yaml.@Nullable Entry entry) {
        String text = text(entry);
        if (entry == null || text.isEmpty()) {
            return Days.ALL;
        }
        int dots = text.indexOf("..");
        try {
            return dots < 0
                    ? new Days(LocalDate.parse(text), LocalDate.parse(text))
                    : new Days(day(text.substring(0, dots)), day(text.substring(dots + 2)));
        } catch (DateTimeException e) {
            page.wrong(entry.value(), "(" + text + ") are no days", "Maybe write (2026-03-01..2026-03-31).");
            return Days.ALL;
        }
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private @Nullable Instant published(Yaml.@Nullable Entry entry) {
        String text = text(entry);
        try {
            return entry == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            page.wrong(entry.value(), "(" + text + ") is no instant", "Maybe write (2026-02-20T12:00:00Z).");
            return null;
        }
    }

    private boolean byId(Yaml.@Nullable Entry entry) {
        String text = text(entry);
        if (entry != null && !text.equals("name") && !text.equals("id")) {
            page.wrong(
                    entry.value(), "stops are told by (name) or by (id), not by (" + text + ")", "Maybe write (name).");
        }
        return text.equals("id");
    }

    private Duration duration(Yaml.@Nullable Entry entry, Duration orElse) {
        if (entry == null) {
            return orElse;
        }
        Matcher found = DURATION.matcher(text(entry));
        if (!found.matches()) {
            page.wrong(entry.value(), "(" + text(entry) + ") is no duration", "Maybe write (90s), (10m) or (1h).");
            return orElse;
        }
        long count = Long.parseLong(found.group(1));
        return switch (found.group(2)) {
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofSeconds(count);
        };
    }
}
