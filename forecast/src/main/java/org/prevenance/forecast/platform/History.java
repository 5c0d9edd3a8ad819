package org.prevenance.forecast.platform;

import org.jspecify.annotations.Nullable;

/// The latest calls that share a habit, with known platforms, in the order of their planned instants. What is corrected
/// later is read as corrected. Not thread-safe.
final class History {
    private static final int KEPT = 24;

    private final @Nullable Call[] calls = new Call[KEPT];
    private int size;

    void add(Call call) {
        int at = size;
        while (at > 0 && get(at - 1).planned() > call.planned()) {
            at--;
        }
        if (size == KEPT) {
            if (at == 0) {
                return;
            }
            System.arraycopy(calls, 1, calls, 0, KEPT - 1);
            size--;
            at--;
        }
        System.arraycopy(calls, at, calls, at + 1, size - at);
        calls[at] = call;
        size++;
    }

    private Call get(int i) {
        Call call = calls[i];
        if (call == null) {
            throw new IndexOutOfBoundsException(i);
        }
        return call;
    }

    /// How many calls the view shows.
    int size(View view) {
        int shown = 0;
        for (int i = 0; i < size; i++) {
            shown += view.platform(get(i)) == Call.NONE ? 0 : 1;
        }
        return shown;
    }

    /// The latest call; null where there is none.
    @Nullable
    Call latest() {
        return size == 0 ? null : get(size - 1);
    }

    /// The latest platform; [Call#NONE] of no calls.
    int last(View view) {
        for (int i = size - 1; i >= 0; i--) {
            int platform = view.platform(get(i));
            if (platform != Call.NONE) {
                return platform;
            }
        }
        return Call.NONE;
    }

    /// The latest one of a kind of day.
    int last(View view, boolean weekend) {
        return last(call -> call.weekend == weekend ? view.platform(call) : Call.NONE);
    }

    /// Adds to `counts` how often each platform was seen; a call counts half of the one that came `half` calls later.
    void count(View view, double half, double[] counts) {
        double weight = 1;
        double keep = Math.pow(0.5, 1 / half);
        for (int i = size - 1; i >= 0; i--) {
            int platform = view.platform(get(i));
            if (platform != Call.NONE) {
                counts[platform] += weight;
                weight *= keep;
            }
        }
    }

    /// In how many of the latest so many calls the platform was that of the call before, and in how many not.
    void steadiness(View view, int latest, int[] sameAndOther) {
        int after = Call.NONE;
        int pairs = 0;
        for (int i = size - 1; i >= 0 && pairs < latest; i--) {
            int platform = view.platform(get(i));
            if (platform != Call.NONE) {
                if (after != Call.NONE) {
                    sameAndOther[platform == after ? 0 : 1]++;
                    pairs++;
                }
                after = platform;
            }
        }
    }
}
