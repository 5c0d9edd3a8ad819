package org.prevenance.forecast.gtfs;

import java.util.Arrays;

/// Whole numbers, as many as come. Not thread-safe.
final class IntList {
    private int[] values;
    private int size;

    IntList() {
        this(new int[16], 0);
    }

    private IntList(int[] values, int size) {
        this.values = values;
        this.size = size;
    }

    static IntList of(int[] values) {
        return new IntList(values.clone(), values.length);
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2 + 2);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
