package org.prevenance.cli;

/// The user asked for something that cannot be done as asked: exit 2.
final class WrongUse extends RuntimeException {
    WrongUse(String message) {
        super(message, null, false, false);
    }
}
