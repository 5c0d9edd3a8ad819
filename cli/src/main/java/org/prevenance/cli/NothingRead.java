package org.prevenance.cli;

/// Nothing could be read: exit 3.
final class NothingRead extends RuntimeException {
    NothingRead(String message) {
        super(message, null, false, false);
    }
}
