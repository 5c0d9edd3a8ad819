package org.prevenance.engine;

import java.util.ArrayList;
import java.util.List;

/// The subjects about which something changed, to be judged once everything known at the same instant is in.
final class Agenda {
    private final List<SubjectState> states = new ArrayList<>();

    /// @param signals bits by place in [KindPlan#signals]; 0: only look when to wake next
    void add(SubjectState state, long signals) {
        state.dirty |= signals;
        if (!state.queued) {
            state.queued = true;
            states.add(state);
        }
    }

    boolean isEmpty() {
        return states.isEmpty();
    }

    /// In the order in which they were added; more may be added while going through by number.
    int size() {
        return states.size();
    }

    SubjectState get(int i) {
        return states.get(i);
    }

    void clear() {
        states.clear();
    }
}
