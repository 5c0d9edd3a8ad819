package org.prevenance.sources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Vocabulary;

/// What the rows of a file may be: one event type, and which column seems to be what in it.
///
/// @param subject kind of subject and the column of its id; null: none looks like it
/// @param time    column; null: none looks like it
/// @param id      a column whose values all differ and that is named like an id; null: none
/// @param kind    the kind of subject to propose where no column is found
/// @param fields  by field, the column
/// @param missing required fields that no column looks like
record EventGuess(
        EventType type,
        String kind,
        @Nullable Subject subject,
        @Nullable ColumnProfile time,
        @Nullable ColumnProfile id,
        Map<Field, ColumnProfile> fields,
        List<Field> missing,
        int score) {
    record Subject(String kind, ColumnProfile column) {}

    /// The likeliest type; null where no column fits any.
    static @Nullable EventGuess best(String file, List<ColumnProfile> columns, Vocabulary vocabulary) {
        EventGuess best = null;
        for (EventType type : vocabulary.types()) {
            EventGuess guess = of(type, file, columns, vocabulary);
            if (guess.score > 0 && (best == null || guess.score > best.score)) {
                best = guess;
            }
        }
        return best;
    }

    private static EventGuess of(EventType type, String file, List<ColumnProfile> columns, Vocabulary vocabulary) {
        Set<ColumnProfile> used = new HashSet<>();
        Subject subject = subject(type, columns, vocabulary);
        ColumnProfile time = time(columns);
        if (subject != null) {
            used.add(subject.column());
        }
        if (time != null) {
            used.add(time);
        }
        Map<Field, ColumnProfile> fields = new LinkedHashMap<>();
        List<Field> missing = new ArrayList<>();
        int score = Words.fit(name(file), "#" + type.name()) * 4 + Words.fit(folder(file), "#" + type.name());
        for (Field field : type.fields()) {
            ColumnProfile column = column(field, columns, used);
            boolean ownDate = field.type() == FieldType.DATE || field.type() == FieldType.TIME;
            if (column != null) {
                fields.put(field, column);
                if (!ownDate) {
                    used.add(column);
                }
                score += Words.fieldFit(column.name(), field.name()) + (field.required() ? 1 : 0);
            } else if (field.required()) {
                missing.add(field);
                score -= 2;
            }
        }
        boolean oneOf = type.atLeastOneOf().isEmpty()
                || fields.keySet().stream()
                        .anyMatch(field -> type.atLeastOneOf().contains(field.name()));
        score -= (subject == null ? 2 : 0) + (time == null ? 1 : 0) + (oneOf ? 0 : 6) + (fields.isEmpty() ? 4 : 0);
        if (!oneOf) {
            type.fields().stream()
                    .filter(field -> type.atLeastOneOf().getFirst().equals(field.name()))
                    .forEach(missing::add);
        }
        ColumnProfile id = columns.stream()
                .filter(column -> column.distinct() && Words.fit(column.name(), "id") > 0 && !column.isDate())
                .filter(column -> subject == null || !column.equals(subject.column()))
                .findFirst()
                .orElse(null);
        return new EventGuess(
                type,
                vocabulary.kinds().get(type.subjectKinds().getFirst()),
                subject,
                time,
                id,
                fields,
                missing,
                score);
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static @Nullable Subject subject(EventType type, List<ColumnProfile> columns, Vocabulary vocabulary) {
        Subject best = null;
        int most = 0;
        for (int kind : type.subjectKinds()) {
            String name = vocabulary.kinds().get(kind);
            for (ColumnProfile column : columns) {
                int fit = column.isDate() || column.filled() == 0 ? 0 : subjectFit(column.name(), name);
                if (fit > most) {
                    most = fit;
                    best = new Subject(name, column);
                }
            }
        }
        return best;
    }

    /// `client`, `id client` and `client_no` say whom it is about; `client name` does not.
    private static int subjectFit(String column, String kind) {
        int fit = Words.fit(column, kind);
        List<String> tokens = Words.tokens(column);
        boolean id = tokens.stream().anyMatch(token -> Words.fit(token, "id") == 3);
        return fit == 3 || (fit == 2 && id) ? fit + (id ? 1 : 0) : 0;
    }

    private static @Nullable ColumnProfile time(List<ColumnProfile> columns) {
        ColumnProfile best = null;
        int most = 0;
        for (ColumnProfile column : columns) {
            boolean clock = column.sample().contains(":");
            int fit = !column.isDate() ? 0 : 1 + Words.fit(column.name(), "time") + (clock ? 2 : 0);
            if (fit > most) {
                most = fit;
                best = column;
            }
        }
        return best;
    }

    private static @Nullable ColumnProfile column(Field field, List<ColumnProfile> columns, Set<ColumnProfile> used) {
        ColumnProfile best = null;
        int most = 0;
        for (ColumnProfile column : columns) {
            boolean date = field.type() == FieldType.DATE || field.type() == FieldType.TIME;
            int fit = (used.contains(column) && !date) || !holds(column, field)
                    ? 0
                    : Words.fieldFit(column.name(), field.name());
            if (fit > most) {
                most = fit;
                best = column;
            }
        }
        return best;
    }

    private static boolean holds(ColumnProfile column, Field field) {
        return column.filled() > 0
                && switch (field.type()) {
                    case WHOLE, NUMBER, MONEY -> column.number();
                    case BOOL -> column.truth();
                    case DATE, TIME -> column.isDate();
                    case TEXT, ID, ANY -> !column.isDate();
                    case TEXTS, ITEMS, GROUP -> false;
                };
    }

    boolean uses(ColumnProfile column) {
        boolean envelope =
                column.equals(time) || column.equals(id) || (subject != null && column.equals(subject.column()));
        return envelope || fields.containsValue(column);
    }

    /// Whether an event can be made of every row.
    boolean isComplete() {
        return subject != null && time != null && missing.isEmpty();
    }
}
