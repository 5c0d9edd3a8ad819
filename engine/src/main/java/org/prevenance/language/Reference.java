package org.prevenance.language;

import java.util.List;
import org.prevenance.expression.ValueType;
import org.prevenance.vocabulary.EventType;

/// What a name in an expression stands for.
sealed interface Reference {
    ValueType type();

    /// An indicator of the subject at hand.
    record OfIndicator(int ordinal, ValueType type) implements Reference {}

    /// An indicator of the subject at hand that has a value for each key: it cannot be read as one value.
    record OfTable(int ordinal, ValueType type, List<ValueType> keys) implements Reference {
        static final String HINT = "Add take:, which makes one value of them; or read it at a key, with at(…).";
    }

    /// An indicator of the subject that the event at hand names.
    ///
    /// @param then as it was when that event became known, not as it is now
    record OfNamed(Reference id, int ordinal, ValueType type, boolean then) implements Reference {}

    /// An indicator of the subject that an indicator names, as it was known when the event at hand happened.
    record OfPast(Reference id, int ordinal, ValueType type) implements Reference {}

    /// [OfNamed] before it is known which event is at hand.
    ///
    /// @param path of the event's field that names the subject
    /// @param kind of that subject
    record OfSomeNamed(String path, String kind, int ordinal, ValueType type, boolean then) implements Reference {}

    /// An indicator of a subject that is weighed against others of its kind.
    record OfCandidate(int ordinal, ValueType type) implements Reference {}

    /// A field of the event at hand, by its path (`amount`, `lines.product`).
    record OfField(String path, ValueType type) implements Reference {}

    /// A part of the item at hand, of the list that `each` names; of an event without that list, a field of its own.
    record OfItem(String list, String part, ValueType type) implements Reference {}

    /// What every event has.
    record OfEvent(Part part, ValueType type) implements Reference {}

    /// What is read of an earlier event that is joined to the event at hand.
    record OfJoined(int number, EventType joined, Reference of) implements Reference {
        @Override
        public ValueType type() {
            return of.type();
        }
    }

    /// An indicator grouped by the same keys, at the group at hand, in `having`.
    record OfSibling(int ordinal, ValueType type) implements Reference {}

    /// `today` or `now`.
    record OfClock(boolean day, ValueType type) implements Reference {}

    /// `value`: that of a group, in `having`.
    record OfGroup(ValueType type) implements Reference {}

    /// `parts`: how many groups were taken together for it, in `having`.
    record OfParts(ValueType type) implements Reference {}

    enum Part {
        TIME,
        KNOWN,
        DAY,
        HOUR,
        SUBJECT,
        SOURCE,
        TYPE
    }
}
