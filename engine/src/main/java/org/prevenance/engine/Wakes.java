package org.prevenance.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which subject is to be judged next without an event, and when: a binary heap by [SubjectState#nextWake], in which
/// each subject stands at most once. Setting an instant makes no object.
final class Wakes {
    private @Nullable SubjectState[] heap = new SubjectState[64];
    private int size;

    /// The next instant; [SubjectState#NEVER]: none.
    long next() {
        return size == 0 ? SubjectState.NEVER : at(0).nextWake;
    }

    /// Takes out a subject that is due first.
    SubjectState poll() {
        SubjectState first = at(0);
        set(first, SubjectState.NEVER);
        return first;
    }

    /// Wakes the subject at this instant instead of any other; [SubjectState#NEVER]: not at all.
    void set(SubjectState state, long at) {
        int place = state.wakePlace;
        state.nextWake = at;
        if (at == SubjectState.NEVER) {
            if (place >= 0) {
                remove(place);
            }
        } else if (place < 0) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            rise(state, size++);
        } else {
            settle(state, place);
        }
    }

    private void remove(int place) {
        at(place).wakePlace = -1;
        SubjectState last = at(--size);
        heap[size] = null;
        if (place < size) {
            settle(last, place);
        }
    }

    private void settle(SubjectState state, int place) {
        boolean rises = place > 0 && state.nextWake < at((place - 1) / 2).nextWake;
        if (rises) {
            rise(state, place);
        } else {
            sink(state, place);
        }
    }

    private void rise(SubjectState state, int from) {
        int place = from;
        while (place > 0 && state.nextWake < at((place - 1) / 2).nextWake) {
            put(at((place - 1) / 2), place);
            place = (place - 1) / 2;
        }
        put(state, place);
    }

    private void sink(SubjectState state, int from) {
        int place = from;
        int child = sooner(place);
        while (child < size && at(child).nextWake < state.nextWake) {
            put(at(child), place);
            place = child;
            child = sooner(place);
        }
        put(state, place);
    }

    private int sooner(int parent) {
        int left = 2 * parent + 1;
        int right = left + 1;
        return right < size && at(right).nextWake < at(left).nextWake ? right : left;
    }

    private void put(SubjectState state, int place) {
        heap[place] = state;
        state.wakePlace = place;
    }

    private SubjectState at(int place) {
        SubjectState state = heap[place];
        if (state == null) {
            throw new IllegalStateException("Nobody waits at place %d of %d.".formatted(place, size));
        }
        return state;
    }

    void clear() {
        Arrays.fill(heap, 0, size, null);
        size = 0;
    }
}
