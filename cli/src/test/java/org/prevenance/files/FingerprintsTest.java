package org.prevenance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {
    private static final int COUNT = 600_000;

    @TempDir
    private Path temporary;

    @Test
    void finds_what_was_met_twice_in_memory_as_in_a_file() throws IOException {
        assertEquals(0, spilledWhileFindingAllRepeated(Long.MAX_VALUE));
        assertTrue(spilledWhileFindingAllRepeated(100_000) > COUNT * 8L / 2);
        assertTrue(spilledWhileFindingAllRepeated(0) > COUNT * 8L / 2);
    }

    private long spilledWhileFindingAllRepeated(long memoryBytes) throws IOException {
        Random random = new Random(memoryBytes);
        Set<Long> once = new HashSet<>();
        Set<Long> twice = new HashSet<>();
        try (Fingerprints fingerprints = new Fingerprints(memoryBytes, temporary)) {
            Fingerprints.Writer[] writers = {fingerprints.writer(), fingerprints.writer()};
            long last = 1;
            for (int i = 0; i < COUNT; i++) {
                last = i % 1000 == 0 ? last : random.nextLong() | 1; // each thousandth is met again
                writers[random.nextInt(2)].add(last);
                if (!once.add(last)) {
                    twice.add(last);
                }
            }
            Set<Long> missed = new HashSet<>(twice);
            for (int shard = 0; shard < Fingerprints.SHARDS; shard++) {
                Fingerprints.LongSet repeated = new Fingerprints.LongSet();
                fingerprints.findRepeated(shard, new Fingerprints.LongSet(), repeated);
                int of = shard;
                missed.removeIf(one -> Fingerprints.shard(one) == of && repeated.has(one));
                assertTrue(once.stream()
                        .filter(one -> Fingerprints.shard(one) == of && !twice.contains(one))
                        .limit(100)
                        .noneMatch(repeated::has));
            }
            assertEquals(Set.of(), missed);
            return fingerprints.spilledBytes();
        }
    }
}
