package org.prevenance.forecast.facts;

import java.util.Arrays;

/// Legs in the order of their planned departures: those that leave one stop, or that one vehicle makes. Not
/// thread-safe.
final class Board {
    private long[] times = new long[4];
    private int[] legs = new int[4];
    private int size;

    void add(long planned, int leg) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            legs = Arrays.copyOf(legs, size * 2);
        }
        int at = size;
        while (at > 0 && times[at - 1] > planned) {
            at--;
        }
        System.arraycopy(times, at, times, at + 1, size - at);
        System.arraycopy(legs, at, legs, at + 1, size - at);
        times[at] = planned;
        legs[at] = leg;
        size++;
    }

    void remove(long planned, int leg) {
        for (int at = before(planned); at < size && times[at] == planned; at++) {
            if (legs[at] == leg) {
                System.arraycopy(times, at + 1, times, at, size - at - 1);
                System.arraycopy(legs, at + 1, legs, at, size - at - 1);
                size--;
                return;
            }
        }
    }

    /// How many are planned before this instant.
    int before(long instant) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int leg(int at) {
        return legs[at];
    }
}
