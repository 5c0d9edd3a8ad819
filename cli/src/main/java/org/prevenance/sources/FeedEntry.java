package org.prevenance.sources;

import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.prevenance.files.EventFile;
import org.prevenance.forecast.gtfs.Settings;

/// What one entry of `gtfs:` in `sources.yaml` says.
///
/// @param timetable globs of the folder or zip; empty: messages alone
/// @param messages  globs of recorded messages
/// @param settings  its source is empty where the entry names none
record FeedEntry(List<PathMatcher> timetable, List<PathMatcher> messages, Settings settings) {
    boolean names(EventFile file) {
        List<PathMatcher> globs = switch (file.format()) {
            case TIMETABLE -> timetable;
            case MESSAGE -> messages;
            case LINES, JSON, ROWS -> List.of();
        };
        Path name = Path.of(file.name());
        return globs.stream().anyMatch(glob -> glob.matches(name));
    }
}
