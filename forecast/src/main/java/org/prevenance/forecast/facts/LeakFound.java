package org.prevenance.forecast.facts;

/// A fact, or an event, tells what was not yet known; the message says which, where, and what to do.
public final class LeakFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeakFound(String message) {
        super(message);
    }
}
