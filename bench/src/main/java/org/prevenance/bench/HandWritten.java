package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The single-purpose program somebody would write for this question alone: one thread, one loop, arrays.
public final class HandWritten {
    private HandWritten() {}

    /// The flagged bills of a file of events.
    ///
    /// @throws IllegalStateException when events are not in the order of their time
    public static Answer answer(Path events) throws IOException {
        List<String> flagged = new ArrayList<>();
        BilledUnused rule = new BilledUnused();
        int[] contractOf = new int[0];
        try (EventReader reader = EventReader.of(events)) {
            long before = Long.MIN_VALUE;
            while (reader.next()) {
                if (reader.time() < before) {
                    throw new IllegalStateException("Event " + reader.events() + " of " + events
                            + " is older than the one before it; sort the file by time.");
                }
                before = reader.time();
                switch (reader.kind()) {
                    case INSTALLED -> contractOf = link(contractOf, reader.device(), reader.contract());
                    case USAGE -> {
                        int device = reader.device();
                        if (reader.bytes() >= 0 && device < contractOf.length && contractOf[device] >= 0) {
                            rule.usage(contractOf[device], reader.time(), reader.bytes());
                        }
                    }
                    case BILL -> {
                        if (rule.flagged(reader.contract(), reader.time())) {
                            flagged.add(reader.bill());
                        }
                    }
                    case OTHER -> {}
                }
            }
        }
        return new Answer(flagged);
    }

    private static int[] link(int[] contractOf, int device, int contract) {
        int[] links = contractOf;
        if (device >= links.length) {
            links = Arrays.copyOf(links, Math.max(1024, Math.max(device + 1, 2 * links.length)));
            Arrays.fill(links, contractOf.length, links.length, -1);
        }
        links[device] = contract;
        return links;
    }
}
