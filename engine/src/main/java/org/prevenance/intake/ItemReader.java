package org.prevenance.intake;

import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Reads the items of lists, which events hold as text, into the slots of a row. Their form was checked when the event
/// was read. Thread-safe.
public final class ItemReader {
    private final Symbols symbols;
    private final Subjects subjects;
    private final ZoneDays days;

    public ItemReader(Symbols symbols, Subjects subjects, ZoneDays days) {
        this.symbols = symbols;
        this.subjects = subjects;
        this.days = days;
    }

    /// Puts the value of one item's part into the row; an empty text is no value.
    ///
    /// @param slot of the value; money takes the next one too
    public void read(Field part, String text, Event row, int slot) {
        if (part.type() == FieldType.MONEY) {
            money(text, row, slot);
        } else {
            row.value(slot, text.isEmpty() ? Raw.ABSENT : raw(part, text));
        }
    }

    private long raw(Field part, String text) {
        return switch (part.type()) {
            case TEXT, TEXTS, ANY -> symbols.of(text);
            case ID -> subjects.of(part.kind(), text);
            default -> TypedText.raw(part.type(), text, days);
        };
    }

    private void money(String text, Event row, int slot) {
        int space = text.indexOf(' ');
        row.value(slot, space < 0 ? Raw.ABSENT : Scalars.decimalMicros(text.substring(0, space)));
        row.value(slot + 1, space < 0 ? Raw.ABSENT : symbols.of(text.substring(space + 1)));
    }
}
