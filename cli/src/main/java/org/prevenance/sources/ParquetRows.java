package org.prevenance.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.prevenance.files.RowSink;
import org.prevenance.files.RowSource;

/// The rows of a Parquet file as events, by a mapping or by columns that already are an event's.
final class ParquetRows implements RowSource {
    /// Enough to keep many threads busy; each piece has to learn the file's texts again.
    private static final int MOST_PIECES = 16;

    private final Path path;
    private final Mapping mapping;
    private final String urn;
    private final Target target;
    private final boolean direct;
    private final int fromGroup;
    private final int toGroup;

    private ParquetRows(
            Path path, Mapping mapping, String urn, Target target, boolean direct, int fromGroup, int toGroup) {
        this.path = path;
        this.mapping = mapping;
        this.urn = urn;
        this.target = target;
        this.direct = direct;
        this.fromGroup = fromGroup;
        this.toGroup = toGroup;
    }

    /// Rows of a file whose columns are an event's; null where they are not.
    static @Nullable RowSource byColumns(Path path, String urn, Target target) throws IOException {
        try (ParquetFile file = ParquetFile.open(path)) {
            Mapping mapping = EventColumns.mapping(names(file.leaves()), EventColumns.NO_LAYOUT, target.vocabulary());
            return mapping == null ? null : new ParquetRows(path, mapping, urn, target, true, 0, file.rowGroups());
        }
    }

    static RowSource mapped(Path path, Mapping mapping, String urn, Target target) throws IOException {
        try (ParquetFile file = ParquetFile.open(path)) {
            return new ParquetRows(path, mapping, urn, target, false, 0, file.rowGroups());
        }
    }

    @Override
    public List<RowSource> pieces() {
        int groups = toGroup - fromGroup;
        int each = Math.max(1, Math.ceilDiv(groups, MOST_PIECES));
        List<RowSource> pieces = new ArrayList<>();
        for (int from = fromGroup; from < toGroup; from += each) {
            pieces.add(new ParquetRows(path, mapping, urn, target, direct, from, Math.min(toGroup, from + each)));
        }
        return pieces.isEmpty() ? List.of(this) : pieces;
    }

    @Override
    public void forEach(RowSink sink) throws IOException {
        try (ParquetFile file = ParquetFile.open(path)) {
            List<Leaf> leaves = file.leaves();
            List<String> header = names(leaves);
            RowMapper mapper;
            try {
                mapper = new RowMapper(mapping, header, urn, target);
            } catch (UnknownColumn e) {
                sink.refused(1, e.column(), e.reason(), String.join(", ", header));
                return;
            }
            List<Leaf> used = used(leaves);
            ParquetEvents events = direct ? ParquetEvents.of(mapping.events().getFirst(), used, urn, target) : null;
            long line = 1;
            for (int number = 0; number < fromGroup; number++) {
                line += file.rows(number);
            }
            for (int number = fromGroup; number < toGroup; number++) {
                List<ColumnValues> group = read(file, number, used);
                int rows = group.isEmpty() ? 0 : group.getFirst().rows;
                Cells cells = new Cells(group, leaves.size(), mapping.writing().empty());
                if (events == null) {
                    cells.mapAll(rows, line, mapper, sink);
                } else {
                    events.start(group);
                    for (int row = 0; row < rows; row++) {
                        if (!events.give(row, line + row, sink)) {
                            cells.map(row, line + row, mapper, sink); // which also says what is wrong
                        }
                    }
                }
                line += rows;
            }
        }
    }

    private static List<ColumnValues> read(ParquetFile file, int group, List<Leaf> columns) throws IOException {
        List<ColumnValues> values = new ArrayList<>(columns.size());
        for (Leaf column : columns) {
            values.add(file.read(group, column));
        }
        return values;
    }

    /// The columns that are read: all where the id is a hash of the row.
    private List<Leaf> used(List<Leaf> leaves) {
        if (mapping.events().stream().anyMatch(event -> event.id() == null)) {
            return leaves.stream()
                    .filter(leaf -> leaf.kind() != Leaf.Kind.OTHER)
                    .toList();
        }
        Set<String> names = new HashSet<>();
        mapping.events().forEach(event -> Columns.of(event).forEach(name -> names.add(Header.folded(name))));
        return leaves.stream()
                .filter(leaf -> names.contains(Header.folded(leaf.name())))
                .toList();
    }

    private static List<String> names(List<Leaf> leaves) {
        return leaves.stream().map(Leaf::name).toList();
    }

    /// The cells of a row group as texts.
    private static final class Cells {
        private final List<ColumnValues> group;
        private final Set<String> empty;
        private final @Nullable String[] row;

        Cells(List<ColumnValues> group, int width, Set<String> empty) {
            this.group = group;
            this.empty = empty;
            this.row = new String[width];
        }

        void mapAll(int rows, long firstLine, RowMapper mapper, RowSink sink) {
            for (int i = 0; i < rows; i++) {
                map(i, firstLine + i, mapper, sink);
            }
        }

        void map(int number, long line, RowMapper mapper, RowSink sink) {
            for (ColumnValues column : group) {
                String text = column.text(number);
                boolean none = text == null || text.isEmpty() || empty.contains(text);
                row[column.leaf.number()] = none ? null : text;
            }
            mapper.map(row, line, () -> raw(group, number), sink);
        }

        private static String raw(List<ColumnValues> group, int number) {
            StringJoiner raw = new StringJoiner(", ", "{", "}");
            for (ColumnValues column : group) {
                String text = column.text(number);
                raw.add(column.leaf.name() + ": " + (text == null ? "null" : text));
            }
            return raw.toString();
        }
    }
}
