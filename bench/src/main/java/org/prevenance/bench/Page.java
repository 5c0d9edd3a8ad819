package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page in Markdown whose results are written by the run itself, between markers that readers do not see.
final class Page {
    private Page() {}

    /// Replaces what stands between `<!-- results: NAME -->` and `<!-- end -->`.
    ///
    /// @throws IllegalStateException when the page has no such markers
    static void write(Path page, String name, String results) throws IOException {
        String begin = "<!-- results: " + name + " -->";
        String end = "<!-- end -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int until = from < 0 ? -1 : text.indexOf(end, from);
        if (until < 0) {
            throw new IllegalStateException(
                    "%s has no place for these results. Put a line \"%s\" and after it a line".formatted(page, begin)
                            + " \"" + end + "\" where they belong.");
        }
        Files.writeString(
                page, text.substring(0, from + begin.length()) + "\n" + results + "\n" + text.substring(until));
    }
}
