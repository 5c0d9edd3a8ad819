package org.prevenance.forecast.platform;

import java.util.ArrayList;
import java.util.List;

/// Questions with the facts about all platforms of their stop. What came true is read from the call, once it is known.
/// Not thread-safe.
final class Examples {
    private static final int CHUNK = 1 << 18;

    private final List<float[]> chunks = new ArrayList<>();
    private int used = CHUNK;
    private final List<Example> rows = new ArrayList<>();

    private record Example(Call call, float[] values, int start, int platforms) {}

    void add(Call call, Facts facts) {
        int size = facts.platforms() * Fact.COUNT;
        if (used + size > CHUNK) {
            chunks.add(new float[CHUNK]);
            used = 0;
        }
        float[] chunk = chunks.getLast();
        for (int platform = 0; platform < facts.platforms(); platform++) {
            for (int fact = 0; fact < Fact.COUNT; fact++) {
                chunk[used + platform * Fact.COUNT + fact] = (float) facts.value(platform, fact);
            }
        }
        rows.add(new Example(call, chunk, used, facts.platforms()));
        used += size;
    }

    /// Leaves out those of which the truth was not known by an instant, or was a platform that nobody had spoken of.
    void settle(long instant) {
        rows.removeIf(row -> row.call.platform == Call.NONE
                || row.call.platformKnown > instant
                || row.call.platform >= row.platforms);
    }

    int size() {
        return rows.size();
    }

    int platforms(int row) {
        return rows.get(row).platforms;
    }

    float[] values(int row) {
        return rows.get(row).values;
    }

    int start(int row) {
        return rows.get(row).start;
    }

    int truth(int row) {
        return rows.get(row).call.platform;
    }
}
