package org.prevenance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.text.Nearest;

/// A page in Markdown whose figures are written by the judge, so that what stands there is what was measured:
///
/// ```markdown
/// <!-- figures: flights -->
/// …
/// <!-- end of figures -->
///
/// <!-- figures: platforms from 2024-05-03 to 2024-05-09 -->
/// …
/// <!-- end of figures -->
/// ```
///
/// The first holds all figures of the study `flights`, the second its errors day by day.
public final class FiguresPage {
    private static final Pattern START = Pattern.compile("<!-- figures: (\\S+)(?: from (\\S+) to (\\S+))? -->");
    private static final String END = "<!-- end of figures -->";

    private FiguresPage() {}

    /// Replaces what stands between these lines by what was found; figures of studies that were not judged now are left
    /// alone.
    ///
    /// @param known names of all studies
    /// @return names of the studies whose figures are on the page but were left alone, each once
    /// @throws IOException where the page cannot be read or written, or names a study that is not known; the message
    ///                     names the line
    public static Set<String> write(Path page, List<Judged> all, List<String> known) throws IOException {
        List<String> lines = Files.readAllLines(page);
        List<String> written = new ArrayList<>();
        Set<String> left = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            written.add(line);
            Matcher start = START.matcher(line);
            if (!start.matches()) {
                continue;
            }
            int end = lines.subList(i, lines.size()).indexOf(END) + i;
            if (end < i) {
                throw wrong(page, i, "These figures have no end.", "write a line %s below".formatted(END));
            }
            String name = start.group(1);
            if (!known.contains(name)) {
                String near = Nearest.to(name, known);
                throw wrong(
                        page,
                        i,
                        "No study is called %s.".formatted(name),
                        "write %s".formatted(near == null ? "one of " + String.join(", ", known) : near));
            }
            Optional<Judged> judged = all.stream()
                    .filter(each -> each.title().name().equals(name))
                    .findFirst();
            if (judged.isPresent()) {
                written.addAll(
                        tables(judged.get(), start, page, i).strip().lines().toList());
            } else {
                written.addAll(lines.subList(i + 1, end));
                left.add(name);
            }
            written.add(END);
            i = end;
        }
        Files.writeString(page, String.join("\n", written) + "\n");
        return left;
    }

    private static String tables(Judged judged, Matcher start, Path page, int line) throws IOException {
        if (start.group(2) == null) {
            return JudgedMarkdown.figures(judged);
        }
        try {
            return JudgedMarkdown.days(judged, LocalDate.parse(start.group(2)), LocalDate.parse(start.group(3)));
        } catch (DateTimeParseException e) {
            throw wrong(page, line, "(%s) is no date.".formatted(e.getParsedString()), "write it like 2024-05-03");
        }
    }

    private static IOException wrong(Path page, int line, String what, String maybe) {
        return new IOException("%s:%d: %s\nMaybe %s.".formatted(page, line + 1, what, maybe));
    }
}
