package org.prevenance.engine;

import java.util.function.Consumer;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.intake.ItemReader;
import org.prevenance.playbook.Each;
import org.prevenance.playbook.Program;
import org.prevenance.vocabulary.Field;

/// Shows the items of a list in an event one by one, in the order of the list, each as a row of its own. The row is
/// used again for the next item, and by the next call. Not thread-safe.
final class Items {
    private final Symbols symbols;
    private final ItemReader reader;
    private final Event row = new Event();

    Items(Program program, ZoneDays days) {
        this.symbols = program.symbols();
        this.reader = new ItemReader(symbols, program.subjects(), days);
    }

    void forEach(Event event, Each each, Consumer<Event> visitor) {
        int count = count(event, each.list());
        int parts = each.read().size();
        String[] texts = new String[parts];
        int[] starts = new int[parts];
        for (int i = 0; i < parts; i++) {
            texts[i] = text(event, each.read().get(i));
        }
        row.show(event, each.slotCount());
        for (int item = 0; item < count; item++) {
            for (int i = 0; i < parts; i++) {
                int end = end(texts[i], starts[i]);
                Field part = each.read().get(i);
                String text = starts[i] > end ? "" : texts[i].substring(starts[i], end);
                reader.read(part, text, row, each.slot(part));
                starts[i] = end + 1;
            }
            visitor.accept(row);
        }
    }

    /// How many items the list has; parts that no item has are not held.
    private int count(Event event, Field list) {
        int most = 0;
        for (Field part : list.parts()) {
            if (event.value(part.slot()) != Raw.ABSENT) {
                String text = text(event, part);
                int count = 1;
                for (int end = end(text, 0); end < text.length(); end = end(text, end + 1)) {
                    count++;
                }
                most = Math.max(most, count);
            }
        }
        return most;
    }

    private String text(Event event, Field part) {
        long symbol = event.value(part.slot());
        return symbol == Raw.ABSENT ? "" : symbols.text(symbol);
    }

    private static int end(String list, int start) {
        int end = list.indexOf(Raw.ITEM_SEPARATOR, start);
        return end < 0 ? list.length() : end;
    }
}
