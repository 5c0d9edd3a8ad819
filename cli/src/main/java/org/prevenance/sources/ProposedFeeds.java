package org.prevenance.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.prevenance.files.EventFile;
import org.prevenance.files.EventFile.Format;
import org.prevenance.files.EventFiles;

/// Writes what `sources.yaml` would say of the feeds of GTFS in a folder. They are read without it too; written down,
/// it can be changed.
final class ProposedFeeds {
    private static final int MOST_GLOBS = 5;

    private ProposedFeeds() {}

    /// The entry `gtfs:`; empty where there is no feed.
    static String in(Path folder) throws IOException {
        List<EventFile> found = EventFiles.under(folder).files().stream()
                .filter(file -> file.format() == Format.TIMETABLE || file.format() == Format.MESSAGE)
                .toList();
        if (found.isEmpty()) {
            return "";
        }
        StringBuilder yaml = new StringBuilder("gtfs:\n");
        for (EventFile feed : new Feeds(List.of()).together(found)) {
            append(feed, yaml);
        }
        return yaml.append('\n').toString();
    }

    private static void append(EventFile feed, StringBuilder yaml) {
        List<EventFile> messages = feed.parts().stream()
                .filter(file -> file.format() == Format.MESSAGE)
                .toList();
        boolean timetable = feed.format() == Format.TIMETABLE;
        yaml.append(
                timetable
                        ? "  # Plans are made for each of its days; fewer are read with (days: 2026-03-01..2026-03-31).\n"
                        : "  # ? No timetable was found that belongs to these messages: without it delays mean nothing.\n");
        yaml.append(timetable ? "  - timetable: " + quoted(feed.name()) + "\n" : "");
        if (!messages.isEmpty()) {
            yaml.append(timetable ? "    " : "  - ")
                    .append("messages: ")
                    .append(globs(messages))
                    .append(" # recorded: ")
                    .append(messages.size())
                    .append('\n');
        }
    }

    /// `"rt/*.pb.gz"`, or a list of such, or all folders where there are many.
    private static String globs(List<EventFile> messages) {
        Set<String> globs = new TreeSet<>();
        Set<String> anywhere = new TreeSet<>();
        for (EventFile message : messages) {
            String name = message.name();
            String file = name.substring(name.lastIndexOf('/') + 1);
            String ending = file.substring(message.compression().strip(file).lastIndexOf('.'));
            globs.add(quoted(name.substring(0, name.length() - file.length()) + "*" + ending));
            anywhere.add(quoted("**/*" + ending));
        }
        Set<String> chosen = globs.size() > MOST_GLOBS ? anywhere : globs;
        return chosen.size() == 1 ? chosen.iterator().next() : "[" + String.join(", ", chosen) + "]";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
