package org.prevenance.forecast.facts;

/// The middle of some values, without putting all of them in order (Hoare, *Algorithm 65: Find*, Communications of the
/// ACM, 1961).
final class Median {
    private Median() {}

    /// The middle value; the mean of the two in the middle where there are two.
    ///
    /// @param values at least one, none of them NaN; they are put into another order
    static double of(double[] values) {
        int middle = values.length / 2;
        find(values, middle);
        if (values.length % 2 == 1) {
            return values[middle];
        }
        double below = values[0];
        for (int i = 1; i < middle; i++) {
            below = Math.max(below, values[i]);
        }
        return (below + values[middle]) / 2;
    }

    /// Puts the value that belongs at a place there, none larger before it and none smaller after it.
    private static void find(double[] values, int place) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double moved = values[i];
                    values[i++] = values[j];
                    values[j--] = moved;
                }
            }
            if (j < place) {
                low = i;
            }
            if (place < i) {
                high = j;
            }
        }
    }
}
