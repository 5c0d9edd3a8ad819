package org.prevenance.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;

/// One value over time for each of many keys: each value holds from an instant until the key's next one. A key may have
/// several rows, each with its own value. All stand one after another in a few arrays: 16 bytes for each step and 24
/// for
/// each key or row.
///
/// Instants are microseconds since 1970 UTC. Immutable.
final class Steps {
    /// The row of a key that has one value.
    static final long NO_ROW = 0;

    static final Steps NONE = of(List.of());

    private final long[] keys;
    private final long[] rows;
    /// Where the steps of a key begin; one more entry says where the last ends.
    private final int[] from;
    private final int[] currencies;
    private final long[] at;
    private final long[] values;
    /// All of [#at], ascending; made when first asked for.
    private volatile long @Nullable [] sorted;

    private Steps(int keyCount, int stepCount) {
        keys = new long[keyCount];
        rows = new long[keyCount];
        from = new int[keyCount + 1];
        currencies = new int[keyCount];
        at = new long[stepCount];
        values = new long[stepCount];
    }

    /// All that was written, whoever wrote it, by key; each key is written by one.
    static Steps of(List<Writer> writers) {
        List<Piece> pieces = new ArrayList<>();
        int steps = 0;
        for (Writer writer : writers) {
            for (int i = 0; i < writer.keys.size(); i++) {
                pieces.add(new Piece(writer.keys.get(i), writer.rows.get(i), writer, i));
            }
            steps = Math.addExact(steps, writer.at.size());
        }
        pieces.sort(null);
        Steps all = new Steps(pieces.size(), steps);
        int next = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Writer writer = piece.writer();
            all.keys[i] = piece.key();
            all.rows[i] = piece.row();
            all.from[i] = next;
            all.currencies[i] = (int) writer.currencies.get(piece.place());
            int end = piece.place() + 1 < writer.keys.size()
                    ? (int) writer.from.get(piece.place() + 1)
                    : writer.at.size();
            for (int step = (int) writer.from.get(piece.place()); step < end; step++) {
                all.at[next] = writer.at.get(step);
                all.values[next++] = writer.values.get(step);
            }
        }
        all.from[pieces.size()] = next;
        return all;
    }

    private record Piece(long key, long row, Writer writer, int place) implements Comparable<Piece> {
        @Override
        public int compareTo(Piece other) {
            return key != other.key ? Long.compare(key, other.key) : Long.compare(row, other.row);
        }
    }

    /// How many keys.
    int size() {
        return keys.length;
    }

    /// The i-th key, in ascending order.
    long key(int i) {
        return keys[i];
    }

    /// The place of a key's only value, or a negative number.
    int find(long key) {
        return find(key, NO_ROW);
    }

    private int find(long key, long row) {
        int low = 0;
        int high = keys.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = keys[middle] != key ? Long.compare(keys[middle], key) : Long.compare(rows[middle], row);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /// The key's value at an instant; [Raw#ABSENT] before its first step, and for other keys.
    long value(long key, long row, long instant) {
        int i = find(key, row);
        int step = i < 0 ? -1 : stepAt(i, instant);
        return step < 0 ? Raw.ABSENT : values[step];
    }

    /// The currency of a key's amounts as a symbol, or -1.
    int currency(long key, long row) {
        int i = find(key, row);
        return i < 0 ? -1 : currencies[i];
    }

    /// The first instant after `instant` at which the key's value changes; [Long#MAX_VALUE]: none.
    long nextAfter(long key, long row, long instant) {
        int i = find(key, row);
        if (i < 0) {
            return Long.MAX_VALUE;
        }
        int next = Math.max(from[i], stepAt(i, instant) + 1);
        return next < from[i + 1] ? at[next] : Long.MAX_VALUE;
    }

    /// The step of the i-th key that holds at an instant, or -1.
    private int stepAt(int i, long instant) {
        int found = Arrays.binarySearch(at, from[i], from[i + 1], instant);
        int step = found >= 0 ? found : -found - 2;
        return step < from[i] ? -1 : step;
    }

    /// The instants at which the i-th key's value changes, ascending.
    LongStream instants(int i) {
        return Arrays.stream(at, from[i], from[i + 1]);
    }

    /// The instants at which any key's value changes, ascending; some perhaps twice.
    long[] instants() {
        long[] found = sorted;
        if (found == null) {
            found = at.clone();
            Arrays.sort(found);
            sorted = found;
        }
        return found;
    }

    /// The first instant after `instant` at which any key's value changes; [Long#MAX_VALUE]: none.
    long nextOfAny(long instant) {
        long[] all = instants();
        int found = Arrays.binarySearch(all, instant + 1);
        int next = found >= 0 ? found : ~found;
        return next < all.length ? all[next] : Long.MAX_VALUE;
    }

    long bytes() {
        return 96 + 24L * keys.length + 16L * at.length;
    }

    /// Takes down the steps of one key after another. Not thread-safe.
    static final class Writer {
        private final Longs keys = new Longs();
        private final Longs rows = new Longs();
        private final Longs from = new Longs();
        private final Longs currencies = new Longs();
        private final Longs at = new Longs();
        private final Longs values = new Longs();

        private void key(long key, long row, int currency) {
            keys.add(key);
            rows.add(row);
            from.add(at.size());
            currencies.add(currency);
        }

        /// Writes the steps of a key and row that was not written before.
        void timeline(long key, long row, int currency, Timeline timeline) {
            key(key, row, currency);
            for (int i = 0; i < timeline.size(); i++) {
                at.add(timeline.from(i));
                values.add(timeline.value(i));
            }
        }
    }

    /// A list of longs.
    private static final class Longs {
        private long[] longs = new long[8];
        private int size;

        void add(long value) {
            if (size == longs.length) {
                longs = Arrays.copyOf(longs, size + (size >> 1));
            }
            longs[size++] = value;
        }

        long get(int i) {
            return longs[i];
        }

        int size() {
            return size;
        }
    }
}
