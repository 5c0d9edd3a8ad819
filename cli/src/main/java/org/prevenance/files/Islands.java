package org.prevenance.files;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.prevenance.event.Subjects;

/// On which island each subject lies, and in which partition each island. A partition holds islands of one group of
/// kinds. Immutable, shared by threads.
final class Islands {
    private final int[] partitionOf;
    private final int[] islandOf;
    private final int[] counts;
    private final int perGroup;

    /// Spreads the islands of each group evenly over its partitions.
    ///
    /// @param groups     the group of a subject
    /// @param groupCount how many groups there are
    /// @param perGroup   how many partitions each has, a power of two
    Islands(Subjects subjects, Connections joined, IntUnaryOperator groups, int groupCount, int perGroup) {
        int count = subjects.size();
        joined.makeRoomFor(count);
        this.perGroup = perGroup;
        partitionOf = new int[count];
        islandOf = new int[count];
        counts = new int[groupCount * perGroup];
        for (int subject = 0; subject < count; subject++) {
            if (joined.root(subject) == subject) {
                partitionOf[subject] = groups.applyAsInt(subject) * perGroup + spread(subject);
                islandOf[subject] = counts[partitionOf[subject]]++;
            }
        }
        for (int subject = 0; subject < count; subject++) {
            int root = joined.root(subject);
            partitionOf[subject] = partitionOf[root];
            islandOf[subject] = islandOf[root];
        }
    }

    private int spread(int root) {
        int mixed = root * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & perGroup - 1;
    }

    /// The partitions of some groups, ascending.
    int[] partitionsOf(BitSet groups) {
        return groups.stream()
                .flatMap(group -> IntStream.range(group * perGroup, (group + 1) * perGroup))
                .filter(partition -> partition < counts.length)
                .toArray();
    }

    int partitions() {
        return counts.length;
    }

    /// The partition of a subject.
    int partitionOf(int subject) {
        return partitionOf[subject];
    }

    /// The number of the subject's island within its partition.
    int islandOf(int subject) {
        return islandOf[subject];
    }

    /// How many islands a partition has, those without events included.
    int islandsIn(int partition) {
        return counts[partition];
    }

    /// Where some subjects are, which may have no events of their own.
    Awaited awaited(int[] subjects) {
        Map<Long, int[]> byIsland = new HashMap<>();
        for (int subject : subjects) {
            if (subject < islandOf.length) {
                byIsland.merge(
                        Awaited.key(partitionOf[subject], islandOf[subject]), new int[] {subject}, Awaited::together);
            }
        }
        int[] nowhere = IntStream.of(subjects)
                .filter(subject -> subject >= islandOf.length)
                .toArray();
        return new Awaited(byIsland, nowhere);
    }

    /// @param byIsland by partition and island
    /// @param nowhere  those that no event names
    record Awaited(Map<Long, int[]> byIsland, int[] nowhere) {
        private static final int[] NONE = {};

        private static long key(int partition, int island) {
            return (long) partition << 32 | island;
        }

        private static int[] together(int[] some, int[] more) {
            return IntStream.concat(IntStream.of(some), IntStream.of(more)).toArray();
        }

        int[] on(int partition, int island) {
            return byIsland.isEmpty() ? NONE : byIsland.getOrDefault(key(partition, island), NONE);
        }
    }
}
