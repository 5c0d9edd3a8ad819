package org.prevenance.files;

import java.util.Arrays;

/// Sorts rows of longs by keys, keeping the order of equal ones; fast where long stretches are already in order. A
/// natural
/// merge sort: finds the stretches, then merges neighbours until one is left. Not thread-safe; reused for its memory.
final class KeyedSort {
    private static final int SHORTEST_RUN = 16;

    private long[] otherKeys = new long[0];
    private long[] otherValues = new long[0];
    private int[] starts = new int[64];

    /// Sorts `keys[from..to)` and moves `values[from..to)` along.
    void sort(long[] keys, long[] values, int from, int to) {
        int runs = findRuns(keys, values, from, to);
        if (runs < 2) {
            return;
        }
        if (otherKeys.length < to - from) {
            int length = Math.max(to - from, 256);
            otherKeys = new long[length];
            otherValues = new long[length];
        }
        while (runs > 1) {
            runs = mergeNeighbours(keys, values, runs);
        }
    }

    /// Where ascending stretches begin; short ones are sorted into longer ones first.
    private int findRuns(long[] keys, long[] values, int from, int to) {
        int runs = 0;
        int at = from;
        while (at < to) {
            runs = begin(runs, at);
            int end = runEnd(keys, at, to);
            if (end - at < SHORTEST_RUN && end < to) {
                int longer = Math.min(at + SHORTEST_RUN, to);
                insert(keys, values, at, end, longer);
                end = longer;
            }
            at = end;
        }
        begin(runs, to);
        return runs;
    }

    private int begin(int runs, int at) {
        if (runs == starts.length) {
            starts = Arrays.copyOf(starts, runs * 2);
        }
        starts[runs] = at;
        return runs + 1;
    }

    private static int runEnd(long[] keys, int from, int to) {
        int at = from + 1;
        while (at < to && keys[at - 1] <= keys[at]) {
            at++;
        }
        return at;
    }

    private static void insert(long[] keys, long[] values, int from, int sorted, int to) {
        for (int i = sorted; i < to; i++) {
            long key = keys[i];
            long value = values[i];
            int at = i;
            while (at > from && keys[at - 1] > key) {
                keys[at] = keys[at - 1];
                values[at] = values[at - 1];
                at--;
            }
            keys[at] = key;
            values[at] = value;
        }
    }

    private int mergeNeighbours(long[] keys, long[] values, int runs) {
        int left = 0;
        for (int i = 0; i < runs; i += 2) {
            if (i + 1 < runs) {
                merge(keys, values, starts[i], starts[i + 1], starts[i + 2]);
            }
            starts[left++] = starts[i];
        }
        starts[left] = starts[runs];
        return left;
    }

    private void merge(long[] keys, long[] values, int from, int middle, int to) {
        if (keys[middle - 1] <= keys[middle]) {
            return;
        }
        int leftLength = middle - from;
        System.arraycopy(keys, from, otherKeys, 0, leftLength);
        System.arraycopy(values, from, otherValues, 0, leftLength);
        int left = 0;
        int right = middle;
        int at = from;
        while (left < leftLength && right < to) {
            if (otherKeys[left] <= keys[right]) {
                keys[at] = otherKeys[left];
                values[at++] = otherValues[left++];
            } else {
                keys[at] = keys[right];
                values[at++] = values[right++];
            }
        }
        System.arraycopy(otherKeys, left, keys, at, leftLength - left);
        System.arraycopy(otherValues, left, values, at, leftLength - left);
    }
}
