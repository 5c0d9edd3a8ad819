package org.prevenance.forecasting;

import java.util.Set;
import org.prevenance.event.Event;
import org.prevenance.files.Island;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;

/// All events of the types that are wanted: the purpose rests on something other than consent.
final class Everybodys implements Usable {
    private final Set<String> types;
    private final ChronicleWriter writer;
    private final Event row = new Event();

    Everybodys(Chronicle.Words words, Set<String> types) {
        this.types = types;
        writer = new ChronicleWriter(words);
    }

    @Override
    public void visit(Island island) {
        for (int i = 0; i < island.size(); i++) {
            if (types.contains(island.type(i).name())) {
                island.read(i, row);
                writer.add(row);
            }
        }
    }

    @Override
    public ChronicleReader.Used finish() {
        return new ChronicleReader.Used(writer.finish(), 0);
    }
}
