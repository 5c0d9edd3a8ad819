package org.prevenance.forecast.chronicle;

import java.time.ZoneId;
import java.util.Arrays;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.vocabulary.Vocabulary;

/// Events in the order in which they became known: by known time, then time, source and id. Each event is here once;
/// a correction stands at the place where it became known, beside what it replaces. Immutable; its rows are made anew
/// at each [#read].
///
/// Who walks it from 0 up and looks at nothing but rows already seen cannot know anything too early.
public final class Chronicle {
    private final Words words;
    private final Rows rows;
    private final int[] order;
    private final int[] replaced;

    /// What its numbers stand for.
    ///
    /// @param zone in which a day begins
    public record Words(Vocabulary vocabulary, Symbols symbols, Subjects subjects, ZoneId zone) {}

    /// @param order    rows in the order in which they became known
    /// @param replaced by place in that order: the place of the event that it corrects or takes back, else -1
    Chronicle(Words words, Rows rows, int[] order, int[] replaced) {
        this.words = words;
        this.rows = rows;
        this.order = order;
        this.replaced = replaced;
    }

    public Words words() {
        return words;
    }

    /// How many events.
    public int size() {
        return order.length;
    }

    /// Fills `into` with the event that became known i-th, from 0.
    public void read(int i, Event into) {
        rows.read(order[i], into);
    }

    /// When the i-th event became known, microseconds since 1970.
    public long known(int i) {
        return rows.known(order[i]);
    }

    /// When the i-th event happened, microseconds since 1970.
    public long time(int i) {
        return rows.time(order[i]);
    }

    /// The ordinal of the i-th event's type.
    public int type(int i) {
        return rows.type(order[i]);
    }

    /// The place of the event that the i-th corrects or takes back; -1 where it does neither, or where that one is not
    /// here. What was already replaced is found through what replaced it.
    public int replaced(int i) {
        return replaced[i];
    }

    /// The same without what became known after an instant, microseconds since 1970.
    public Chronicle until(long instant) {
        int size = knownBy(instant);
        return new Chronicle(words, rows, Arrays.copyOf(order, size), Arrays.copyOf(replaced, size));
    }

    /// How many events were known by an instant, microseconds since 1970: those before this place.
    public int knownBy(long instant) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (known(middle) <= instant) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
