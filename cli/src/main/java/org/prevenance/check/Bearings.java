package org.prevenance.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.files.Island;
import org.prevenance.vocabulary.Field;

/// Which events of an island may count for which subject: those about it, those that name it, and those about or naming
/// what was ever linked below it. So a customer with thousands of journeys is not read through anew for each of them.
///
/// Takes 4 bytes for each event and subject that it may count for. Immutable.
final class Bearings {
    private static final int[] NONE = {};
    /// Names a case, and so its subject, in a text.
    private static final String CASE_CLOSED = "case.closed";

    private final Map<Integer, Indices> bySubject = new HashMap<>();
    private final Indices forAll = new Indices();

    /// Reads through the island once.
    Bearings(Island island) {
        int[][] near = new int[island.size()][];
        Map<Integer, Indices> uppers = new HashMap<>();
        Event row = new Event();
        for (int i = 0; i < near.length; i++) {
            island.read(i, row);
            near[i] = near(row, uppers);
        }
        Indices reached = new Indices();
        for (int i = 0; i < near.length; i++) {
            int index = island.inTimeOrder(i);
            if (near[index].length == 0) {
                forAll.add(index);
            }
            reached.clear();
            for (int subject : near[index]) {
                climb(subject, uppers, reached);
            }
            for (int j = 0; j < reached.size; j++) {
                bySubject.computeIfAbsent(reached.values[j], _ -> new Indices()).add(index);
            }
        }
    }

    /// The event's own subject and those that it names, and nothing for one that may be about any.
    private static int[] near(Event row, Map<Integer, Indices> uppers) {
        if (row.type().name().equals(CASE_CLOSED)) {
            return NONE;
        }
        Indices near = new Indices();
        near.addOnce(row.subject());
        for (Field field : row.type().idFields()) {
            long named = row.value(field.slot());
            if (named != Raw.ABSENT) {
                near.addOnce((int) named);
                if (field.link()) {
                    uppers.computeIfAbsent(row.subject(), _ -> new Indices()).addOnce((int) named);
                }
            }
        }
        return near.toArray();
    }

    private static void climb(int subject, Map<Integer, Indices> uppers, Indices reached) {
        if (reached.addOnce(subject)) {
            Indices above = uppers.get(subject);
            for (int i = 0; above != null && i < above.size; i++) {
                climb(above.values[i], uppers, reached);
            }
        }
    }

    /// Their indexes for [Island#read], in the island's order of time.
    int[] of(int subject, Island island) {
        Indices own = bySubject.get(subject);
        if (forAll.size == 0 || own == null) {
            return own == null ? forAll.toArray() : own.toArray();
        }
        return merged(own, island);
    }

    private int[] merged(Indices own, Island island) {
        boolean[] wanted = new boolean[island.size()];
        for (int i = 0; i < own.size; i++) {
            wanted[own.values[i]] = true;
        }
        for (int i = 0; i < forAll.size; i++) {
            wanted[forAll.values[i]] = true;
        }
        Indices merged = new Indices();
        for (int i = 0; i < wanted.length; i++) {
            int index = island.inTimeOrder(i);
            if (wanted[index]) {
                merged.add(index);
            }
        }
        return merged.toArray();
    }

    /// A list of whole numbers.
    private static final class Indices {
        private int[] values = new int[2];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        /// Whether it was not there before.
        boolean addOnce(int value) {
            for (int i = 0; i < size; i++) {
                if (values[i] == value) {
                    return false;
                }
            }
            add(value);
            return true;
        }

        void clear() {
            size = 0;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
