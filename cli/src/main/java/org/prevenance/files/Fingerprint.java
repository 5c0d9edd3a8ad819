package org.prevenance.files;

/// A number of 64 bits for the pair of a source and an id: the same for equal pairs, seldom the same for others. Who
/// finds
/// two equal ones must still compare the pairs. Never 0.
///
/// A multiply-and-fold chain over words of eight bytes, closed by the finaliser of MurmurHash3 (Appleby, public
/// domain).
final class Fingerprint {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio, odd

    private Fingerprint() {}

    static long of(int source, byte[] id, int from, int length) {
        long hash = (source + 1L) * MULTIPLIER ^ length;
        int at = from;
        int end = from + length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = fold(hash, Words.i64(id, at));
        }
        if (at < end) {
            hash = fold(hash, rest(id, at, end));
        }
        return finish(hash);
    }

    private static long fold(long hash, long word) {
        long mixed = (hash ^ word) * MULTIPLIER;
        return mixed ^ mixed >>> 29;
    }

    private static long rest(byte[] id, int at, int end) {
        long word = 0;
        for (int i = at; i < end; i++) {
            word = word << 8 | (id[i] & 0xFF);
        }
        return word;
    }

    private static long finish(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        h ^= h >>> 33;
        return h == 0 ? 1 : h;
    }
}
