package org.prevenance.sources;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prevenance.event.Event;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// The data of one event type, ready to be filled from the columns of a Parquet file. Not thread-safe.
final class ColumnPlan {
    private final EventType type;
    private final BitSet kinds = new BitSet();
    private final List<ColumnField> fields = new ArrayList<>();
    private final List<Integer> undeclared = new ArrayList<>();
    /// Columns whose values, where there are any, need a closer look.
    private final List<Integer> doubtful = new ArrayList<>();
    private final long required;
    private final long oneOf;
    private final boolean direct;
    private List<ColumnValues> group = List.of();

    ColumnPlan(EventType type, Map<String, FieldSource> data, List<Leaf> columns, Target target) {
        this.type = type;
        type.subjectKinds().forEach(kinds::set);
        data.forEach((path, source) -> {
            Field field = type.field(path);
            if (field == null) {
                if (source instanceof FieldSource.Single) {
                    undeclared.addAll(numbers(source, columns));
                }
                return;
            }
            ColumnField filled = ColumnField.of(field, number(type, path), source, columns, target, type);
            if (filled == null) {
                doubtful.addAll(numbers(source, columns));
            } else {
                fields.add(filled);
            }
        });
        required = mask(type, true);
        oneOf = mask(type, false);
        direct = type.fields().size() <= Long.SIZE;
    }

    private static List<Integer> numbers(FieldSource source, List<Leaf> columns) {
        List<String> names = Columns.of(source);
        return IntStream.range(0, columns.size())
                .filter(i -> names.contains(columns.get(i).name()))
                .boxed()
                .toList();
    }

    /// The place of the field, or of the field whose part it is, among the type's fields.
    private static int number(EventType type, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        for (int i = 0; i < type.fields().size(); i++) {
            if (type.fields().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No field " + path + " in " + type.name());
    }

    private static long mask(EventType type, boolean required) {
        long mask = 0;
        for (int i = 0; i < type.fields().size(); i++) {
            Field field = type.fields().get(i);
            boolean counts = required ? field.required() : type.atLeastOneOf().contains(field.name());
            mask |= counts ? 1L << i : 0;
        }
        return mask;
    }

    EventType type() {
        return type;
    }

    boolean isAbout(int kind) {
        return kinds.get(kind);
    }

    void start(List<ColumnValues> next) {
        group = next;
        fields.forEach(field -> field.start(next));
    }

    /// Fills the data; false where a value needs a closer look or one is missing.
    boolean fill(Event event, int row) {
        if (!direct || isDoubtful(row)) {
            return false;
        }
        long present = 0;
        for (int i = 0; i < fields.size(); i++) {
            ColumnField field = fields.get(i);
            if (!field.isNull(row)) {
                if (!field.fill(event, row)) {
                    return false;
                }
                present |= 1L << field.number();
            }
        }
        event.droppedFields(dropped(row));
        return (present & required) == required && (oneOf == 0 || (present & oneOf) != 0);
    }

    private boolean isDoubtful(int row) {
        for (int i = 0; i < doubtful.size(); i++) {
            if (!group.get(doubtful.get(i)).isNull(row)) {
                return true;
            }
        }
        return false;
    }

    private int dropped(int row) {
        int dropped = 0;
        for (int i = 0; i < undeclared.size(); i++) {
            ColumnValues column = group.get(undeclared.get(i));
            dropped += column.isNull(row) || (column.isText() && column.lengths[column.ids[row]] == 0) ? 0 : 1;
        }
        return dropped;
    }
}
