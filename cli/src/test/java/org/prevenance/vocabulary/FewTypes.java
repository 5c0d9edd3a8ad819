package org.prevenance.vocabulary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A vocabulary of a few telecom types, for tests that need no vocabulary file.
public final class FewTypes {
    public static final List<String> KINDS = List.of("customer", "contract", "device", "offer");

    private final List<EventType> types = new ArrayList<>();

    private FewTypes() {}

    public static Vocabulary create() {
        var v = new FewTypes();
        v.type("device.usage", "device", whole("bytes"), whole("seconds"));
        v.type("device.installed", "device", id("contractId", "contract", true), text("model"));
        v.type("contract.started", "contract", id("customerId", "customer", true), id("offerId", "offer", false));
        v.type("contact.received", "customer", text("channel"), id("contractId", "contract", false));
        v.type("offer.published", "offer", text("channel"), money("monthly"));
        v.type("bill.issued", "contract", money("amount"), text("bill"));
        return new Vocabulary(KINDS, Set.of("customer"), Map.of(), v.types);
    }

    /// For each type, all slots.
    public static List<BitSet> allSlots(Vocabulary vocabulary) {
        return vocabulary.types().stream().map(type -> firstSlots(type.slotCount())).toList();
    }

    /// Of each type, only the first slot, as when playbooks read little.
    public static List<BitSet> firstSlot(Vocabulary vocabulary) {
        return vocabulary.types().stream().map(type -> firstSlots(1)).toList();
    }

    private static BitSet firstSlots(int count) {
        var slots = new BitSet();
        slots.set(0, count);
        return slots;
    }

    private void type(String name, String kind, Field... fields) {
        var placed = new ArrayList<Field>();
        int slot = 0;
        for (Field f : fields) {
            placed.add(new Field(f.name(), f.type(), null, false, f.kind(), f.link(), f.sensitivity(), slot, List.of(),
                    List.of()));
            slot += f.type() == FieldType.MONEY ? 2 : 1;
        }
        types.add(new EventType(name, types.size(), List.of(KINDS.indexOf(kind)), placed, List.of(), -1, slot));
    }

    private static Field whole(String name) {
        return field(name, FieldType.WHOLE, -1, false);
    }

    private static Field text(String name) {
        return field(name, FieldType.TEXT, -1, false);
    }

    private static Field money(String name) {
        return field(name, FieldType.MONEY, -1, false);
    }

    private static Field id(String name, String kind, boolean link) {
        return field(name, FieldType.ID, KINDS.indexOf(kind), link);
    }

    private static Field field(String name, FieldType type, int kind, boolean link) {
        return new Field(name, type, null, false, kind, link, Sensitivity.TECHNICAL, 0, List.of(), List.of());
    }
}
