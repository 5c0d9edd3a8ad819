package org.prevenance.bench;

import java.time.ZoneId;
import java.util.Arrays;

/// The question of the reference work, asked at each bill: is this contract billed but not used?
///
/// Yes, when its first usage was at least 60 calendar days ago, and in the last 60 calendar days (today included)
/// usage was heard on at least 50 of them, and made less than 1,000,000 bytes together. "At least one bill" holds
/// by the bill at hand. Events come in the order of their time; a usage counts from then on. Days are those of
/// Europe/Paris.
///
/// Contracts are numbers from 0. All state is in arrays: 60 days in a ring per contract. Not thread-safe.
public final class BilledUnused {
    public static final int DAYS = 60;
    public static final int HEARD_DAYS = 50;
    public static final long FEW_BYTES = 1_000_000;
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final int NEVER = Integer.MIN_VALUE;

    private final Times times = new Times(ZONE);
    private int[] firstDays = new int[0];
    private int[] ringDays = new int[0];
    private long[] ringBytes = new long[0];

    /// Takes in that the contract's device used this many bytes at this time (microseconds).
    public void usage(int contract, long time, long bytes) {
        if (contract >= firstDays.length) {
            grow(contract);
        }
        int day = times.day(time);
        if (firstDays[contract] == NEVER) {
            firstDays[contract] = day;
        }
        int at = contract * DAYS + Math.floorMod(day, DAYS);
        if (ringDays[at] != day) {
            ringDays[at] = day;
            ringBytes[at] = 0;
        }
        ringBytes[at] += bytes;
    }

    /// The answer for a bill of this contract at this time (microseconds).
    public boolean flagged(int contract, long time) {
        if (contract >= firstDays.length || firstDays[contract] == NEVER) {
            return false;
        }
        int today = times.day(time);
        return today - firstDays[contract] >= DAYS && unused(contract * DAYS, today - DAYS);
    }

    private boolean unused(int ring, int before) {
        int heard = 0;
        long bytes = 0;
        for (int at = ring; at < ring + DAYS; at++) {
            if (ringDays[at] > before) {
                heard++;
                bytes += ringBytes[at];
            }
        }
        return heard >= HEARD_DAYS && bytes < FEW_BYTES;
    }

    private void grow(int contract) {
        int before = firstDays.length;
        int size = Math.max(1024, Math.max(contract + 1, 2 * before));
        firstDays = Arrays.copyOf(firstDays, size);
        ringDays = Arrays.copyOf(ringDays, size * DAYS);
        ringBytes = Arrays.copyOf(ringBytes, size * DAYS);
        Arrays.fill(firstDays, before, size, NEVER);
        Arrays.fill(ringDays, before * DAYS, size * DAYS, NEVER);
    }
}
