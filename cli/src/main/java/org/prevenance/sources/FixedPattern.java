package org.prevenance.sources;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.intake.Scalars;

/// A date pattern whose parts all have a fixed width (`dd/MM/yyyy HH:mm:ss`), read without a formatter: most files have
/// only such dates, and a formatter would take most of the time. Not thread-safe.
final class FixedPattern {
    private static final String ISO = "0000-00-00T00:00:00Z";

    private final String pattern;
    private final int[] target;
    private final byte[] iso = new byte[ISO.length()];

    private FixedPattern(String pattern, int[] target) {
        this.pattern = pattern;
        this.target = target;
    }

    /// Null where the pattern has other parts than `yyyy MM dd HH mm ss` and marks between them.
    static @Nullable FixedPattern of(String pattern) {
        int[] target = new int[pattern.length()];
        int years = 0;
        int months = 0;
        int days = 0;
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            int end = i;
            while (end < pattern.length() && pattern.charAt(end) == c) {
                end++;
            }
            int place = switch (c) {
                case 'y', 'u' -> 0;
                case 'M' -> 5;
                case 'd' -> 8;
                case 'H' -> 11;
                case 'm' -> 14;
                case 's' -> 17;
                default -> -1;
            };
            boolean part = place >= 0;
            if (part ? end - i != (place == 0 ? 4 : 2) : Character.isLetter(c) || "'[]{}#".indexOf(c) >= 0) {
                return null;
            }
            for (int k = i; k < end; k++) {
                target[k] = part ? place + k - i : -1;
            }
            years += c == 'y' || c == 'u' ? 1 : 0;
            months += c == 'M' ? 1 : 0;
            days += c == 'd' ? 1 : 0;
            i = end;
        }
        return years == 1 && months == 1 && days == 1 ? new FixedPattern(pattern, target) : null;
    }

    /// Microseconds since 1970 of the local time; [Raw#ABSENT] where the text does not fit to the letter.
    long local(String text) {
        if (text.length() != target.length) {
            return Raw.ABSENT;
        }
        for (int i = 0; i < iso.length; i++) {
            iso[i] = (byte) ISO.charAt(i);
        }
        for (int i = 0; i < target.length; i++) {
            char c = text.charAt(i);
            if (target[i] >= 0 ? c < '0' || c > '9' : c != pattern.charAt(i)) {
                return Raw.ABSENT;
            }
            if (target[i] >= 0) {
                iso[target[i]] = (byte) c;
            }
        }
        return Scalars.instantMicros(iso, 0, iso.length);
    }
}
