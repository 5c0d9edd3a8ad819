package org.prevenance.sources;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prevenance.files.Compression;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Vocabulary;

/// Writes a first `sources.yaml` for the feeds of GTFS and the CSV and Parquet files of a folder, from the names of
/// their columns and their
/// first rows.
///
/// What it is sure enough of works as it stands: each mapping was tried on the first rows, and says with what result.
/// The rest stands in comments, with `# ?` where a person must decide.
public final class SourcesProposal {
    private final Vocabulary vocabulary;
    private final StringBuilder yaml = new StringBuilder();

    private SourcesProposal(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The text of the file; always a `sources.yaml` that can be loaded.
    ///
    /// @throws IOException when the folder or one of its files cannot be read
    public static String propose(Path folder, Vocabulary vocabulary) throws IOException {
        return new SourcesProposal(vocabulary).all(folder);
    }

    private String all(Path folder) throws IOException {
        boolean any = false;
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            any |= file(file, name);
        }
        String head = """
                # How the files of this folder become events. Proposed from the columns' names and the first rows:
                # check it, and look for (# ?). Lines in comments are not used until you take the (#) away.
                # Columns marked (-) are not used.
                """;
        String feeds = ProposedFeeds.in(folder);
        String sources = any ? "sources:\n" : feeds.isEmpty() || !yaml.isEmpty() ? "sources: []\n" : "";
        return head + feeds + sources + yaml;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                String plain = Compression.of(name).strip(name).toLowerCase(Locale.ROOT);
                if (plain.endsWith(".csv") || plain.endsWith(".tsv") || plain.endsWith(".parquet")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(found);
        return found;
    }

    /// Writes about one file; whether what it wrote is in use and not in comments.
    private boolean file(Path file, String name) throws IOException {
        TableSample sample = read(file, name);
        if (sample == null || sample.columns().isEmpty()) {
            return false;
        }
        if (EventColumns.mapping(sample.columns(), EventColumns.NO_LAYOUT, vocabulary) != null) {
            yaml.append("\n  # ").append(name).append(": its columns already are an event's; nothing to say.\n");
            return false;
        }
        List<ColumnProfile> columns = sample.profiles();
        EventGuess guess = EventGuess.best(name, columns, vocabulary);
        yaml.append("\n  # ").append(name).append(", by its columns, with a value of each:\n");
        for (ColumnProfile column : columns) {
            boolean used = guess != null && guess.uses(column);
            yaml.append("  # ")
                    .append(used ? "  " : "- ")
                    .append(described(column))
                    .append('\n');
        }
        if (guess == null) {
            yaml.append("  # ? What a row is was not found out.\n");
            return false;
        }
        String entry = new ProposedEntry(name, sample, columns, guess).text();
        boolean works = false;
        if (guess.isComplete()) {
            ProposalTrial trial = ProposalTrial.of(file, name, entry, vocabulary);
            yaml.append("  # ").append(trial.told()).append('\n');
            works = trial.works();
        }
        for (String line : entry.lines().toList()) {
            yaml.append(works ? line : "  # " + strippedOnce(line)).append('\n');
        }
        return works;
    }

    private static String strippedOnce(String line) {
        return line.startsWith("  ") ? line.substring(2) : line;
    }

    private @Nullable TableSample read(Path file, String name) {
        try {
            return TableSample.of(file, name);
        } catch (IOException e) {
            yaml.append("\n  # ? ")
                    .append(name)
                    .append(" cannot be read: ")
                    .append(oneLine(e.getMessage()))
                    .append('\n');
            return null;
        }
    }

    private static String described(ColumnProfile column) {
        String kind = column.filled() == 0
                ? "empty"
                : column.isDate() ? "date" : column.truth() ? "yes or no" : column.number() ? "number" : "text";
        return "%-28s %-10s %s"
                .formatted(column.name(), kind, shortened(oneLine(column.sample())))
                .stripTrailing();
    }

    static String oneLine(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\s+", " ");
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    static boolean isDate(Field field) {
        return field.type() == FieldType.DATE || field.type() == FieldType.TIME;
    }
}
