package org.prevenance.simulator.queue;

/// One call on its way through a desk. Seconds are since the desk opened. Not thread-safe.
final class Call {
    final String id;
    final int person;
    /// When it joined the line: when it rang, or when it was to be called back.
    int joined;
    /// Gone from the line, for whatever reason.
    boolean left;

    Call(String id, int person, int joined) {
        this.id = id;
        this.person = person;
        this.joined = joined;
    }
}
