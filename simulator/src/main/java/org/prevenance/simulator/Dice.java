package org.prevenance.simulator;

/// Chance without state: the same question to the same dice always has the same answer, in whatever order it is asked.
///
/// Mixing is the finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
///
/// @param key what sets these dice apart from others
record Dice(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// Dice for one person, day or matter within this world.
    Dice of(long matter) {
        return new Dice(mix(key ^ mix(matter)));
    }

    /// Any 64 bits, for this matter.
    long bits(long matter) {
        return mix(key + matter * GOLDEN);
    }

    /// A number in `[0, 1)`.
    double unit(long matter) {
        return (bits(matter) >>> 11) * 0x1.0p-53;
    }

    /// Whether something that happens with this probability happens.
    boolean happens(long matter, double probability) {
        return unit(matter) < probability;
    }

    /// A whole number from `least` to `most`, both included; `least` when there is no room.
    int between(long matter, int least, int most) {
        return most <= least ? least : least + (int) (unit(matter) * ((long) most - least + 1));
    }

    <T> T oneOf(long matter, T[] choices) {
        return choices[between(matter, 0, choices.length - 1)];
    }

    static long mix(long z) {
        long x = z + GOLDEN;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
