package org.prevenance.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.intake.EventDraft;
import org.prevenance.intake.Refusal;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// The data of one event type, made ready for the rows of one file: which cells fill which field.
final class EventPlan {
    /// Fills one field, or one part of a list, of a draft.
    private interface Step {
        @Nullable
        Refusal fill(EventDraft draft, @Nullable String[] row) throws RowRefused;
    }

    private final List<Step> steps = new ArrayList<>();

    /// @param data    by field path; paths that the type does not declare are counted as dropped where they hold a
    /// value
    /// @param readers makes a value ready
    EventPlan(EventType type, Map<String, FieldSource> data, Function<Value, CellReader> readers) {
        data.forEach((path, source) -> {
            Field field = type.field(path);
            steps.add(field == null ? dropped(source, readers) : step(field, source, readers));
        });
    }

    /// Gives every field to the draft; the first refusal ends it.
    @Nullable
    Refusal fill(EventDraft draft, @Nullable String[] row) throws RowRefused {
        for (Step step : steps) {
            Refusal refusal = step.fill(draft, row);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static Step step(Field field, FieldSource source, Function<Value, CellReader> readers) {
        return switch (source) {
            case FieldSource.Items items -> items(field, items, readers);
            case FieldSource.Split split
            when split.part() != null -> {
                Field part = part(field, split.part());
                Texts texts = texts(part, split, readers);
                yield (draft, row) -> give(draft, part, texts.of(row));
            }
            default -> {
                Texts texts = texts(field, source, readers);
                yield (draft, row) -> give(draft, field, texts.of(row));
            }
        };
    }

    private static @Nullable Refusal give(EventDraft draft, Field field, @Nullable String text) {
        return text == null ? null : draft.field(field, text);
    }

    private static Step dropped(FieldSource source, Function<Value, CellReader> readers) {
        if (!(source instanceof FieldSource.Single single)) {
            return (draft, row) -> null;
        }
        CellReader reader = readers.apply(single.value());
        return (draft, row) -> {
            if (reader.text(row) != null) {
                draft.dropped(1);
            }
            return null;
        };
    }

    /// Reads one text of a row.
    private interface Texts {
        @Nullable
        String of(@Nullable String[] row) throws RowRefused;
    }

    private static Texts texts(Field field, FieldSource source, Function<Value, CellReader> readers) {
        return switch (source) {
            case FieldSource.Single single -> {
                CellReader reader = readers.apply(single.value());
                yield row -> reader.canonical(row, field.type());
            }
            case FieldSource.Money money -> {
                CellReader amount = readers.apply(money.amount());
                CellReader currency = readers.apply(money.currency());
                yield row -> money(amount.amount(row), currency.text(row));
            }
            case FieldSource.Split split -> {
                CellReader reader = readers.apply(split.value());
                yield row -> split(reader.text(row), split.by());
            }
            case FieldSource.Items _ -> throw new IllegalArgumentException("A list inside a list: " + field.name());
        };
    }

    private static @Nullable String money(@Nullable String amount, @Nullable String currency) {
        return amount == null ? null : amount + " " + (currency == null ? "" : currency);
    }

    private static @Nullable String split(@Nullable String text, String by) {
        if (text == null) {
            return null;
        }
        StringJoiner items = new StringJoiner(String.valueOf(Raw.ITEM_SEPARATOR));
        for (String item : text.split(java.util.regex.Pattern.quote(by), -1)) {
            items.add(item.strip());
        }
        return items.toString();
    }

    /// Each part of the list gets one text with an entry for each item that is there.
    private static Step items(Field field, FieldSource.Items source, Function<Value, CellReader> readers) {
        List<Field> parts = field.parts();
        List<@Nullable Texts[]> items = new ArrayList<>();
        List<boolean[]> telling = new ArrayList<>(); // parts that come from columns: an item of constants alone is none
        for (Map<String, FieldSource> item : source.items()) {
            @Nullable Texts[] texts = new Texts[parts.size()];
            boolean[] fromColumns = new boolean[parts.size()];
            for (int i = 0; i < parts.size(); i++) {
                FieldSource part = item.get(parts.get(i).name());
                texts[i] = part == null ? null : texts(parts.get(i), part, readers);
                fromColumns[i] = part != null && !isConstant(part);
            }
            items.add(texts);
            telling.add(fromColumns);
        }
        return (draft, row) -> fillItems(draft, row, parts, items, telling);
    }

    private static @Nullable Refusal fillItems(
            EventDraft draft,
            @Nullable String[] row,
            List<Field> parts,
            List<@Nullable Texts[]> items,
            List<boolean[]> telling)
            throws RowRefused {
        List<@Nullable String[]> found = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            @Nullable String[] texts = new String[parts.size()];
            boolean there = false;
            for (int i = 0; i < texts.length; i++) {
                Texts reader = items.get(item)[i];
                texts[i] = reader == null ? null : reader.of(row);
                there |= texts[i] != null && telling.get(item)[i];
            }
            if (there) {
                found.add(texts);
            }
        }
        for (int i = 0; i < parts.size() && !found.isEmpty(); i++) {
            StringJoiner joined = new StringJoiner(String.valueOf(Raw.ITEM_SEPARATOR));
            boolean any = false;
            for (@Nullable String[] texts : found) {
                String text = texts[i];
                any |= text != null;
                joined.add(text == null ? "" : text);
            }
            Refusal refusal = any ? draft.field(parts.get(i), joined.toString()) : null;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static boolean isConstant(FieldSource source) {
        return source instanceof FieldSource.Single single
                && single.value().columns().isEmpty();
    }

    private static Field part(Field field, String name) {
        return field.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
