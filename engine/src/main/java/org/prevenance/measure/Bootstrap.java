package org.prevenance.measure;

import java.nio.charset.StandardCharsets;

/// How often each customer is drawn in each resample, so that intervals say how much a figure depends on which
/// customers
/// there happened to be.
///
/// Whole customers are drawn, with all of their cases and complaints (Davison and Hinkley, *Bootstrap Methods and their
/// Application*, 1997, section 3.8), and each independently of the others by a Poisson law of mean 1 (Hanley and
/// MacGibbon, *Creating non-parametric bootstrap samples using Poisson frequencies*, 2006). The count depends on the
/// seed, the customer's name and the resample alone: not on order, threads or the other customers. So two versions of a
/// playbook, or a run with and without the future, meet the same customers in the same resamples, and their difference
/// has an interval of its own. Mixing is that of SplitMix64 (Steele, Lea and Flood, 2014).
///
/// @param resamples at least 1,000 for an interval to be told
/// @param seed      the same seed gives the same intervals
public record Bootstrap(int resamples, long seed) {
    public static final Bootstrap USUAL = new Bootstrap(2_000, 20_250_101L);

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    /// `atMost[k]`: the share of draws that are at most k, of 2^53.
    private static final long[] AT_MOST = atMost();

    private static long[] atMost() {
        long[] atMost = new long[18];
        double term = Math.exp(-1);
        double sum = 0;
        for (int k = 0; k < atMost.length; k++) {
            sum += term;
            term /= k + 1;
            atMost[k] = (long) (sum * 0x1p53);
        }
        return atMost;
    }

    /// The number that stands for a customer in [#draws], or for whatever else is drawn whole, such as a day.
    public long key(String customer) {
        long hash = FNV_OFFSET;
        for (byte b : customer.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        return mix(hash ^ mix(seed));
    }

    /// How often a customer is drawn in a resample, from 0 on; never more than 18 times.
    public static int draws(long key, int resample) {
        long chance = mix(key + (resample + 1) * STEP) >>> 11;
        int k = 0;
        while (k < AT_MOST.length && chance >= AT_MOST[k]) {
            k++;
        }
        return k;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
