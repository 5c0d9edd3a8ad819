package org.prevenance.forecast.facts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// From keys of 64 bits to values, without an object for a key (open addressing, linear probing). Not thread-safe.
final class LongMap<V> {
    private long[] keys = new long[64];
    private @Nullable Object[] values = new Object[64];
    private int size;

    @SuppressWarnings("unchecked") // only values of V are put
    @Nullable
    V get(long key) {
        return (V) values[place(key)];
    }

    V getOrMake(long key, Supplier<V> maker) {
        V there = get(key);
        if (there != null) {
            return there;
        }
        V made = maker.get();
        if (size * 2 > keys.length) {
            grow();
        }
        int place = place(key);
        keys[place] = key;
        values[place] = made;
        size++;
        return made;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) mix(key) & mask;
        while (values[place] != null && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }

    /// Mixes one more part into a key (SplitMix64; Steele, Lea and Flood, 2014). Of a million keys two are taken for
    /// one with a chance of 3 in 10^8.
    static long key(long key, long part) {
        return mix(key + 0x9E3779B97F4A7C15L * (part + 1));
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
