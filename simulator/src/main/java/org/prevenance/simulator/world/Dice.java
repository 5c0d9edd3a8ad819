package org.prevenance.simulator.world;

/// Chance without state: the same question to the same dice always has the same answer, in whatever order it is asked.
///
/// Mixing is the finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
///
/// @param key what sets these dice apart from others
public record Dice(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// Dice for one person, day or matter within this world.
    public Dice of(long matter) {
        return new Dice(mix(key ^ mix(matter)));
    }

    /// Any 64 bits, for this matter.
    public long bits(long matter) {
        return mix(key + matter * GOLDEN);
    }

    /// A number in `[0, 1)`.
    public double unit(long matter) {
        return (bits(matter) >>> 11) * 0x1.0p-53;
    }

    /// Whether something that happens with this probability happens.
    public boolean happens(long matter, double probability) {
        return unit(matter) < probability;
    }

    /// A whole number from `least` to `most`, both included; `least` when there is no room.
    public int between(long matter, int least, int most) {
        return most <= least ? least : least + (int) (unit(matter) * ((long) most - least + 1));
    }

    public <T> T oneOf(long matter, T[] choices) {
        return choices[between(matter, 0, choices.length - 1)];
    }

    public static long mix(long z) {
        long x = z + GOLDEN;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
