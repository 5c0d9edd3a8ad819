package org.prevenance.files;

import java.util.BitSet;
import org.prevenance.event.Subjects;

/// On which island each subject lies, and in which partition each island. Immutable, shared by threads.
final class Islands {
    /// In place of a partition: the subject's events are shared by all islands.
    static final int SHARED = -1;

    private final int[] partitionOf;
    private final int[] islandOf;
    private final int[] counts;

    /// Spreads islands evenly over partitions.
    ///
    /// @param partitions a power of two
    /// @param oneIsland  whether all subjects are on the same one
    Islands(Subjects subjects, Connections joined, BitSet broadcastKinds, boolean oneIsland, int partitions) {
        int count = subjects.size();
        joined.makeRoomFor(count);
        partitionOf = new int[count];
        islandOf = new int[count];
        counts = new int[oneIsland ? 1 : partitions];
        if (oneIsland) {
            counts[0] = 1;
        } else {
            numberRoots(joined, count, partitions);
        }
        for (int subject = 0; subject < count; subject++) {
            if (broadcastKinds.get(subjects.kind(subject))) {
                partitionOf[subject] = SHARED;
            } else if (!oneIsland) {
                int root = joined.root(subject);
                partitionOf[subject] = partition(root, partitions);
                islandOf[subject] = islandOf[root];
            }
        }
    }

    private void numberRoots(Connections joined, int count, int partitions) {
        for (int subject = 0; subject < count; subject++) {
            if (joined.root(subject) == subject) {
                islandOf[subject] = counts[partition(subject, partitions)]++;
            }
        }
    }

    private static int partition(int root, int partitions) {
        int mixed = root * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & partitions - 1;
    }

    int partitions() {
        return counts.length;
    }

    /// The partition of a subject, or [#SHARED].
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
}
