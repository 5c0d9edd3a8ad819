package org.prevenance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines of plain text for a terminal, at most [#WIDTH] characters wide. Whatever a terminal would obey instead of show
/// (escape sequences, changes of writing direction) is left out.
final class Page {
    static final int WIDTH = 100;

    private static final Pattern SPACES = Pattern.compile(" +");

    private final StringBuilder text = new StringBuilder();

    Page blank() {
        text.append('\n');
        return this;
    }

    /// One paragraph, broken between words.
    Page paragraph(String words) {
        return paragraph("", "", words);
    }

    /// One paragraph whose first line begins with `first` and whose others begin with `rest`.
    Page paragraph(String first, String rest, String words) {
        String start = first;
        for (String line : wrapped(clean(words), WIDTH - Math.max(width(first), width(rest)))) {
            line(start + line);
            start = rest;
        }
        return this;
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    /// Rows in columns as wide as their widest cell; the first is aligned left, the others right. Where the whole
    /// would be too wide, the first column is cut.
    Page table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], width(clean(row.get(c))));
            }
        }
        int others = 0;
        for (int c = 1; c < columns; c++) {
            others += 2 + widths[c];
        }
        widths[0] = Math.max(12, Math.min(widths[0], WIDTH - 2 - others));
        for (List<String> row : rows) {
            line(row(row, widths));
        }
        return this;
    }

    private static String row(List<String> cells, int[] widths) {
        String first = cut(clean(cells.getFirst()), widths[0]);
        var line = new StringBuilder("  ").append(first).append(" ".repeat(widths[0] - width(first)));
        for (int c = 1; c < widths.length; c++) {
            String cell = clean(cells.get(c));
            line.append("  ").append(" ".repeat(widths[c] - width(cell))).append(cell);
        }
        return line.toString();
    }

    static String cut(String words, int most) {
        if (width(words) <= most) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    static String clean(String words) {
        var kept = new StringBuilder(words.length());
        words.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> kept.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> {}
                default -> kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    private static int width(String words) {
        return words.codePointCount(0, words.length());
    }

    private static List<String> wrapped(String words, int most) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : SPACES.split(words.strip())) {
            String rest = word;
            if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest) > most) {
                int end = rest.offsetByCodePoints(0, most);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
