package org.prevenance.forecast.platform;

import java.util.ArrayList;
import java.util.List;

/// A trip as planned. Not thread-safe.
final class Trip {
    /// Number of the subject.
    final int subject;

    int operator;
    int number;
    int line;
    final List<Call> calls = new ArrayList<>();
    /// How late it was where it was seen last, microseconds.
    long late;

    Trip(int subject) {
        this.subject = subject;
    }
}
