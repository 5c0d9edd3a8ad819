package org.prevenance.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.files.EventFile;
import org.prevenance.files.EventFile.Format;
import org.prevenance.files.RowSource;
import org.prevenance.forecast.gtfs.Settings;

/// Which recorded messages belong to which timetable: as `sources.yaml` says, else to the timetable nearest in the
/// folders, where one is. Immutable.
final class Feeds {
    private final List<FeedEntry> entries;

    Feeds(List<FeedEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// All other files as they are, and each timetable with its messages as one.
    List<EventFile> together(List<EventFile> files) {
        List<EventFile> result = new ArrayList<>();
        List<EventFile> timetables = new ArrayList<>();
        Map<Object, List<EventFile>> feeds = new LinkedHashMap<>();
        for (EventFile file : files) {
            if (file.format() == Format.TIMETABLE) {
                timetables.add(file);
                feeds.put(file, new ArrayList<>(List.of(file)));
            }
        }
        for (EventFile file : files) {
            if (file.format() == Format.MESSAGE) {
                feeds.computeIfAbsent(feed(file, timetables), alone -> new ArrayList<>())
                        .add(file);
            } else if (file.format() != Format.TIMETABLE) {
                result.add(file);
            }
        }
        feeds.values().forEach(feed -> result.add(EventFile.together(feed)));
        return result;
    }

    /// The timetable of a message; else the entry that names it, or what stands for "none".
    private Object feed(EventFile message, List<EventFile> timetables) {
        FeedEntry entry = entry(message);
        if (entry == null) {
            List<EventFile> free =
                    timetables.stream().filter(file -> entry(file) == null).toList();
            EventFile nearest = nearest(message, free);
            return nearest == null ? this : nearest;
        }
        return timetables.stream()
                .filter(entry::names)
                .findFirst()
                .<Object>map(file -> file)
                .orElse(entry);
    }

    private @Nullable FeedEntry entry(EventFile file) {
        return entries.stream().filter(entry -> entry.names(file)).findFirst().orElse(null);
    }

    /// The one that shares most folders; null where two do.
    private static @Nullable EventFile nearest(EventFile message, List<EventFile> timetables) {
        EventFile nearest = null;
        int most = -1;
        for (EventFile timetable : timetables) {
            int shared = sharedFolders(message.name(), timetable.name());
            if (shared == most) {
                nearest = null;
            } else if (shared > most) {
                most = shared;
                nearest = timetable;
            }
        }
        return nearest;
    }

    private static int sharedFolders(String one, String other) {
        String[] first = one.split("/", -1);
        String[] second = other.split("/", -1);
        int shared = 0;
        while (shared < first.length && shared < second.length && first[shared].equals(second[shared])) {
            shared++;
        }
        return shared;
    }

    /// The rows of what [#together] put together.
    RowSource rows(EventFile feed, Target target) {
        List<EventFile> parts = feed.parts().isEmpty() ? List.of(feed) : feed.parts();
        EventFile first = parts.getFirst();
        EventFile timetable = first.format() == Format.TIMETABLE ? first : null;
        FeedEntry entry = entry(first);
        Settings settings = entry == null ? Settings.of("") : entry.settings();
        return new FeedRows(
                timetable,
                parts.stream().filter(file -> file.format() == Format.MESSAGE).toList(),
                settings.source().isEmpty() ? settings.withSource(Sources.urn(first.name())) : settings,
                target);
    }
}
