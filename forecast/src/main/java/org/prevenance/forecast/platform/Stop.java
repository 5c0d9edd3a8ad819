package org.prevenance.forecast.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prevenance.event.Raw;

/// A stop: its platforms, as far as anybody spoke of them, and the calls there. Not thread-safe.
final class Stop {
    private static final int MOST = 60;

    final int name;
    /// Symbols of the platforms' names.
    private final List<Integer> platforms = new ArrayList<>();
    /// The numbers that their names begin with; -1 where a name has none.
    private final List<Integer> figures = new ArrayList<>();
    /// When each was used last, microseconds since 1970.
    private long[] used = new long[8];
    /// In the order of their planned instants.
    private final List<Call> calls = new ArrayList<>();
    final Trust trust;

    Stop(int name, Trust trust) {
        this.name = name;
        this.trust = trust;
    }

    /// The number of a platform at this stop, by the symbol of its name; [Call#NONE] beyond what a station can have, so
    /// that a wrong feed cannot
    /// fill the memory.
    int number(int symbol, String text) {
        int at = platforms.indexOf(symbol);
        if (at >= 0) {
            return at;
        }
        if (platforms.size() == MOST) {
            return Call.NONE;
        }
        platforms.add(symbol);
        figures.add(figure(text));
        if (platforms.size() > used.length) {
            used = Arrays.copyOf(used, used.length * 2);
        }
        used[platforms.size() - 1] = Raw.ABSENT;
        return platforms.size() - 1;
    }

    private static int figure(String text) {
        int end = 0;
        while (end < text.length() && end < 4 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? -1 : Integer.parseInt(text.substring(0, end));
    }

    int symbol(int platform) {
        return platforms.get(platform);
    }

    /// How far apart two platforms are, by their numbers where they have some: else 3.
    int apart(int one, int other) {
        int first = figures.get(one);
        int second = figures.get(other);
        return first < 0 || second < 0 ? 3 : Math.abs(first - second);
    }

    int platforms() {
        return platforms.size();
    }

    long used(int platform) {
        return used[platform];
    }

    void use(int platform, long at) {
        used[platform] = Math.max(used[platform], at);
    }

    void add(Call call) {
        calls.add(place(call.planned()), call);
    }

    void remove(Call call, long planned) {
        for (int i = place(planned) - 1; i >= 0 && calls.get(i).planned() == planned; i--) {
            if (calls.get(i) == call) {
                calls.remove(i);
                return;
            }
        }
    }

    /// The calls planned from one instant until before another, in their order.
    List<Call> between(long from, long until) {
        return calls.subList(place(from - 1), place(until - 1));
    }

    /// Behind all calls planned at or before this instant.
    private int place(long planned) {
        int low = 0;
        int high = calls.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (calls.get(middle).planned() <= planned) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
