package org.prevenance.language;

import org.prevenance.event.Event;
import org.prevenance.expression.Scope;

/// The scope of constants: there is nothing to read.
enum Nowhere implements Scope {
    INSTANCE;

    @Override
    public Event event() {
        throw nothing();
    }

    @Override
    public long indicator(int ordinal) {
        throw nothing();
    }

    @Override
    public long now() {
        throw nothing();
    }

    @Override
    public long today() {
        throw nothing();
    }

    @Override
    public int currency() {
        return -1;
    }

    private static IllegalStateException nothing() {
        return new IllegalStateException("A constant reads nothing.");
    }
}
