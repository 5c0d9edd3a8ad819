package org.prevenance.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A small vocabulary with every type of field, for tests that need no vocabulary file.
public final class SmallVocabulary {
    public static final List<String> KINDS =
            List.of("customer", "contract", "device", "offer", "campaign", "process", "claim", "point");

    private final List<EventType> types = new ArrayList<>();

    private SmallVocabulary() {}

    public static Vocabulary create() {
        var v = new SmallVocabulary();
        v.type(
                "device.usage",
                "device",
                List.of("bytes", "kwh", "litres", "seconds", "cycles"),
                whole("bytes"),
                number("kwh"),
                number("litres"),
                number("seconds"),
                whole("cycles"),
                field("from", FieldType.TIME),
                field("to", FieldType.TIME));
        v.type(
                "bill.issued",
                "contract",
                List.of(),
                required("bill", FieldType.TEXT),
                required("amount", FieldType.MONEY),
                required("from", FieldType.DATE),
                required("to", FieldType.DATE),
                field("estimated", FieldType.BOOL),
                parts(
                        "lines",
                        FieldType.ITEMS,
                        required("label", FieldType.TEXT),
                        field("amount", FieldType.MONEY),
                        field("product", FieldType.TEXT),
                        field("units", FieldType.WHOLE)));
        v.type(
                "contract.started",
                "contract",
                List.of(),
                id("customerId", "customer", true),
                id("offerId", "offer", false),
                required("product", FieldType.TEXT),
                field("monthly", FieldType.MONEY),
                field("commitmentEnds", FieldType.DATE));
        v.type(
                "campaign.planned",
                "campaign",
                List.of(),
                parts(
                        "rules",
                        FieldType.GROUP,
                        required("minAge", FieldType.WHOLE),
                        field("maxAge", FieldType.WHOLE),
                        field("product", FieldType.TEXT),
                        field("budget", FieldType.MONEY)));
        v.type(
                "process.published",
                "process",
                List.of(),
                required("channel", FieldType.TEXT),
                required("steps", FieldType.TEXTS));
        v.type(
                "claim.stated",
                "claim",
                List.of(),
                required("statement", FieldType.TEXT),
                field("figure", FieldType.ANY));
        v.type("case.closed", "contract customer", List.of(), field("useful", FieldType.BOOL));
        v.type(
                "device.reported",
                "device",
                List.of(),
                number("uptimeSeconds"),
                whole("restarts"),
                number("celsius"),
                number("targetCelsius"),
                number("watts"),
                field("on", FieldType.BOOL),
                number("averageInsideTemperature"),
                number("averageOutsideTemperature"),
                number("batteryPercent"));
        return new Vocabulary(KINDS, Set.of("customer"), Map.of(), v.types);
    }

    /// For each type, all slots.
    public static List<BitSet> allSlots(Vocabulary vocabulary) {
        return vocabulary.types().stream()
                .map(type -> {
                    var slots = new BitSet();
                    slots.set(0, type.slotCount());
                    return slots;
                })
                .toList();
    }

    private void type(String name, String kinds, List<String> atLeastOneOf, Field... fields) {
        var placed = new ArrayList<Field>();
        int slot = 0;
        for (Field field : fields) {
            Field withSlot = field.parts().isEmpty() ? at(slot, field, List.of()) : at(-1, field, placed(slot, field));
            placed.add(withSlot);
            slot += width(field);
        }
        List<Integer> kindNumbers =
                Arrays.stream(kinds.split(" ")).map(KINDS::indexOf).toList();
        types.add(new EventType(name, types.size(), "care", kindNumbers, placed, atLeastOneOf, -1, slot));
    }

    private static List<Field> placed(int from, Field list) {
        var parts = new ArrayList<Field>();
        int slot = from;
        for (Field part : list.parts()) {
            parts.add(at(slot, part, List.of()));
            slot += list.type() == FieldType.ITEMS ? 1 : width(part);
        }
        return parts;
    }

    private static int width(Field field) {
        if (field.type() == FieldType.ITEMS) {
            return field.parts().size();
        }
        if (field.type() == FieldType.GROUP) {
            return field.parts().stream().mapToInt(SmallVocabulary::width).sum();
        }
        return field.type() == FieldType.MONEY ? 2 : 1;
    }

    private static Field at(int slot, Field f, List<Field> parts) {
        return new Field(
                f.name(),
                f.type(),
                f.unit(),
                f.required(),
                f.kind(),
                f.link(),
                f.sensitivity(),
                slot,
                parts,
                f.values());
    }

    private static Field whole(String name) {
        return field(name, FieldType.WHOLE);
    }

    private static Field number(String name) {
        return field(name, FieldType.NUMBER);
    }

    private static Field field(String name, FieldType type) {
        return new Field(name, type, null, false, -1, false, Sensitivity.TECHNICAL, 0, List.of(), List.of());
    }

    private static Field required(String name, FieldType type) {
        return new Field(name, type, null, true, -1, false, Sensitivity.TECHNICAL, 0, List.of(), List.of());
    }

    private static Field id(String name, String kind, boolean link) {
        return new Field(
                name,
                FieldType.ID,
                null,
                link,
                KINDS.indexOf(kind),
                link,
                Sensitivity.PERSONAL,
                0,
                List.of(),
                List.of());
    }

    private static Field parts(String name, FieldType type, Field... parts) {
        return new Field(name, type, null, false, -1, false, Sensitivity.TECHNICAL, -1, List.of(parts), List.of());
    }
}
