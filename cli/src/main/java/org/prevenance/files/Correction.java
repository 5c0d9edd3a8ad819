package org.prevenance.files;

import org.prevenance.event.Event;

/// That an event about `subject` corrects or retracts the event `id` of `source`.
record Correction(long fingerprint, int source, byte[] id, int subject) {
    static Correction of(Event event) {
        String target = event.target();
        if (target == null) {
            throw new IllegalArgumentException("The event " + event.id() + " corrects nothing.");
        }
        byte[] id = target.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new Correction(Fingerprint.of(event.source(), id, 0, id.length), event.source(), id, event.subject());
    }
}
