package org.prevenance.forecast.facts;

import java.util.Arrays;

/// Values of one kind, such as the delays of a line, in the order in which they happened, as far as known. Means over a
/// window are had from running sums. Not thread-safe.
final class Series {
    /// What is older than this before the newest, and further back than [#mostLast], is let go.
    private final long longest;
    private final int mostLast;
    private long[] times = new long[4];
    private double[] values = new double[4];
    /// `sums[i]`: of the values before the i-th.
    private double[] sums = new double[5];
    private int[] owners = new int[4];
    private int size;

    /// @param longest  the longest window that is asked for, microseconds
    /// @param mostLast the most values that are asked for by their number
    Series(long longest, int mostLast) {
        this.longest = longest;
        this.mostLast = mostLast;
    }

    /// @param owner tells the value apart, so that it can be taken back
    void add(long time, double value, int owner) {
        if (size == times.length) {
            makeRoom();
        }
        int at = size;
        while (at > 0 && times[at - 1] > time) {
            at--;
        }
        System.arraycopy(times, at, times, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(owners, at, owners, at + 1, size - at);
        times[at] = time;
        values[at] = value;
        owners[at] = owner;
        size++;
        sum(at);
    }

    /// Takes back the value of an owner that happened at a time, if it is still here.
    void remove(long time, int owner) {
        for (int at = size - 1; at >= 0 && times[at] >= time; at--) {
            if (owners[at] == owner && times[at] == time) {
                System.arraycopy(times, at + 1, times, at, size - at - 1);
                System.arraycopy(values, at + 1, values, at, size - at - 1);
                System.arraycopy(owners, at + 1, owners, at, size - at - 1);
                size--;
                sum(at);
                return;
            }
        }
    }

    private void sum(int from) {
        for (int i = from; i < size; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
    }

    private void makeRoom() {
        int old = 0;
        while (old < size - mostLast && times[old] < times[size - 1] - 2 * longest) {
            old++;
        }
        if (old > size / 2) {
            size -= old;
            System.arraycopy(times, old, times, 0, size);
            System.arraycopy(values, old, values, 0, size);
            System.arraycopy(owners, old, owners, 0, size);
            sum(0);
        } else {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
            owners = Arrays.copyOf(owners, size * 2);
            sums = Arrays.copyOf(sums, size * 2 + 1);
        }
    }

    /// The place of the first value of a window that ends with the newest.
    ///
    /// @param since values after this instant count
    /// @param last  at most so many, the newest
    private int from(long since, int last) {
        int low = Math.max(0, size - last);
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] > since) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    int count(long since, int last) {
        return size - from(since, last);
    }

    double mean(long since, int last) {
        int from = from(since, last);
        return from == size ? Double.NaN : (sums[size] - sums[from]) / (size - from);
    }

    double max(long since, int last) {
        double max = Double.NaN;
        for (int i = from(since, last); i < size; i++) {
            max = Double.isNaN(max) || values[i] > max ? values[i] : max;
        }
        return max;
    }

    /// The newest value.
    double last(long since) {
        return size > 0 && times[size - 1] > since ? values[size - 1] : Double.NaN;
    }

    /// The middle value; the mean of the two in the middle where there are two.
    double median(long since, int last) {
        int from = from(since, last);
        return from == size ? Double.NaN : Median.of(Arrays.copyOfRange(values, from, size));
    }
}
