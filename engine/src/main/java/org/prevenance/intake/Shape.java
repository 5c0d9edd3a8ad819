package org.prevenance.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;
import org.prevenance.vocabulary.Sensitivity;

/// The fields of one JSON object (an event's data, a group, an item of a list), laid out for [FastData]. A field's
/// place
/// is its number in the list of fields. Holds where the values of the object being read stand; not thread-safe.
final class Shape {
    /// A set of places is kept as bits of one long, of which two are left for `corrects` and `retracts`.
    static final int MOST_FIELDS = 60;

    /// Places in the shape of money.
    static final int AMOUNT = 0;

    static final int CURRENCY = 1;

    final NameTable names;
    final FieldType[] types;
    final int[] slots;
    final int[] kinds;
    final boolean[] wanted;
    final boolean[] currencyWanted;
    final @Nullable Shape[] parts;
    private final JoinedBytes[] lists;
    final long required;
    final long alternatives;
    final boolean listed;

    /// Places of the reserved names in the data of an event; -1 elsewhere.
    final int corrects;

    final int retracts;

    /// Where the text of each value stands, where it is needed later: of parts of list items, and of reserved names.
    final int[] starts;

    final int[] ends;
    final int[] currencies;

    private Shape(List<Field> fields, BitSet wantedSlots, boolean listed, boolean reserved, List<String> alternatives) {
        this.listed = listed;
        List<String> all = new ArrayList<>(fields.stream().map(Field::name).toList());
        corrects = reserved ? reserve("corrects", all) : -1;
        retracts = reserved ? reserve("retracts", all) : -1;
        int count = all.size();
        names = new NameTable(all, "\":");
        types = new FieldType[count];
        Arrays.fill(types, FieldType.TEXT);
        slots = new int[count];
        kinds = new int[count];
        wanted = new boolean[count];
        currencyWanted = new boolean[count];
        parts = new Shape[count];
        lists = new JoinedBytes[listed ? count : 0];
        Arrays.setAll(lists, _ -> new JoinedBytes());
        starts = new int[count];
        ends = new int[count];
        currencies = new int[count];
        long requiredPlaces = 0;
        long alternativePlaces = 0;
        for (int place = 0; place < fields.size(); place++) {
            Field field = fields.get(place);
            place(field, place, wantedSlots);
            requiredPlaces |= field.required() ? 1L << place : 0;
            alternativePlaces |= alternatives.contains(field.name()) ? 1L << place : 0;
        }
        this.required = requiredPlaces;
        this.alternatives = alternativePlaces;
    }

    /// The shape of the data of an event; null where the type is too large for the fast way.
    static @Nullable Shape of(EventType type, BitSet wantedSlots) {
        boolean fits = type.fields().size() <= MOST_FIELDS
                && type.fields().stream().allMatch(f -> f.parts().size() <= MOST_FIELDS)
                && type.field("corrects") == null
                && type.field("retracts") == null;
        return fits ? new Shape(type.fields(), wantedSlots, false, true, type.atLeastOneOf()) : null;
    }

    /// The shape of an amount of money, whose two texts are looked at after it is read.
    static Shape money() {
        Field amount = new Field(
                "amount", FieldType.TEXT, null, true, -1, false, Sensitivity.PERSONAL, -1, List.of(), List.of());
        Field currency = new Field(
                "currency", FieldType.TEXT, null, true, -1, false, Sensitivity.TECHNICAL, -1, List.of(), List.of());
        return new Shape(List.of(amount, currency), new BitSet(), true, false, List.of());
    }

    private static int reserve(String name, List<String> names) {
        names.add(name);
        return names.size() - 1;
    }

    private void place(Field field, int place, BitSet wantedSlots) {
        types[place] = field.type();
        slots[place] = field.slot();
        kinds[place] = field.kind();
        wanted[place] = field.slot() >= 0 && wantedSlots.get(field.slot());
        currencyWanted[place] = !listed && field.type() == FieldType.MONEY && wantedSlots.get(field.slot() + 1);
        if (!field.parts().isEmpty()) {
            parts[place] = new Shape(field.parts(), wantedSlots, field.type() == FieldType.ITEMS, false, List.of());
        }
    }

    boolean isReserved(int place) {
        return place == corrects || place == retracts;
    }

    /// Starts the lists of the parts' values, one list for each part.
    void clearLists() {
        for (JoinedBytes list : lists) {
            list.clear();
        }
    }

    /// Adds the values of the item read last; a part that it does not have gives an empty text.
    void appendToLists(byte[] b, long present) {
        for (int place = 0; place < lists.length; place++) {
            if (wanted[place]) {
                JoinedBytes list = lists[place];
                list.next();
                if ((present & 1L << place) != 0) {
                    list.append(b, starts[place], ends[place]);
                    appendCurrency(list, place, b);
                }
            }
        }
    }

    private void appendCurrency(JoinedBytes list, int place, byte[] b) {
        if (types[place] == FieldType.MONEY) {
            list.append((byte) ' ');
            list.append(b, currencies[place], currencies[place] + 3);
        }
    }

    void keepLists(KnownTexts known, Event into) {
        for (int place = 0; place < lists.length; place++) {
            if (wanted[place]) {
                into.value(slots[place], lists[place].symbol(known));
            }
        }
    }
}
