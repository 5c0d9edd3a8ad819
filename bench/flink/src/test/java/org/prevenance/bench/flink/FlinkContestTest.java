package org.prevenance.bench.flink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.bench.Answer;
import org.prevenance.bench.Dataset;
import org.prevenance.bench.HandWritten;

class FlinkContestTest {
    @TempDir
    Path folder;

    @Test
    void flagsTheSameBillsAsTheHandWrittenProgram() throws Exception {
        Dataset data = Dataset.prepare(folder, 120, 200, 1);
        Answer expected = HandWritten.answer(data.events());
        assertFalse(expected.flagged().isEmpty());
        assertEquals(expected, FlinkContest.answer("hashmap", data.events()));
        assertEquals(expected, FlinkContest.answer("hashmap", data.parts()));
        assertEquals(expected, FlinkContest.answer("rocksdb", data.parts()));
    }
}
