package org.prevenance.files;

import java.nio.charset.StandardCharsets;
import org.prevenance.event.Event;

/// That an event about `subject` corrects or retracts the event `id` of `source`.
final class Correction {
    final long fingerprint;
    final int source;
    final byte[] id;
    final int subject;

    private Correction(int source, byte[] id, int subject) {
        this.fingerprint = Fingerprint.of(source, id, 0, id.length);
        this.source = source;
        this.id = id;
        this.subject = subject;
    }

    static Correction of(Event event) {
        String target = event.target();
        if (target == null) {
            throw new IllegalArgumentException("The event " + event.id() + " corrects nothing.");
        }
        return new Correction(event.source(), target.getBytes(StandardCharsets.UTF_8), event.subject());
    }
}
