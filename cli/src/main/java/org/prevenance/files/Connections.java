package org.prevenance.files;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Which subjects hang together: a union-find forest over their numbers (Tarjan and van Leeuwen 1984: linking by size,
/// path
/// halving). Joining is thread-safe; finding is for after.
final class Connections {
    private final IntUnaryOperator groups;
    private int[] parents = new int[0];
    private int[] sizes = new int[0];

    /// @param groups tells the group of a subject; subjects of two groups are never joined
    Connections(IntUnaryOperator groups) {
        this.groups = groups;
    }

    /// Joins pairs of subjects: `pairs[0]` with `pairs[1]`, and so on.
    synchronized void join(int[] pairs, int count) {
        for (int i = 0; i < count; i += 2) {
            join(pairs[i], pairs[i + 1]);
        }
    }

    synchronized void join(int one, int other) {
        if (one == other || groups.applyAsInt(one) != groups.applyAsInt(other)) {
            return;
        }
        makeRoomFor(Math.max(one, other) + 1);
        int a = root(one);
        int b = root(other);
        if (a == b) {
            return;
        }
        boolean aIsLarger = sizes[a] >= sizes[b];
        int above = aIsLarger ? a : b;
        int below = aIsLarger ? b : a;
        parents[below] = above;
        sizes[above] += sizes[below];
    }

    /// Makes every subject below `count` known, alone where it was not joined.
    synchronized void makeRoomFor(int count) {
        int old = parents.length;
        if (count <= old) {
            return;
        }
        int length = Math.max(count, old * 2);
        parents = Arrays.copyOf(parents, length);
        sizes = Arrays.copyOf(sizes, length);
        for (int i = old; i < length; i++) {
            parents[i] = i;
            sizes[i] = 1;
        }
    }

    /// The subject that stands for all that `subject` hangs together with.
    int root(int subject) {
        int at = subject;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
