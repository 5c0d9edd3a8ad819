package org.prevenance.simulator.world;

import java.io.IOException;
import java.util.Arrays;

/// All lines that become known on one day, in any order until they are written. Not thread-safe.
public final class DayPage {
    private byte[] bytes = new byte[1 << 12];
    private int length;
    private int[] ends = new int[32];
    private Export[] exports = new Export[32];
    /// Second of the day in the high half, place on the page in the low half: sorting these sorts the lines.
    private long[] order = new long[32];
    private int count;

    public void add(Export export, int secondOfDay, byte[] line, int size) {
        room(size);
        System.arraycopy(line, 0, bytes, length, size);
        length += size;
        ends[count] = length;
        exports[count] = export;
        order[count] = ((long) secondOfDay << 32) | count;
        count++;
    }

    /// Writes the lines by second, those of one second as they came, and empties the page.
    public void writeTo(Sink sink) throws IOException {
        Arrays.sort(order, 0, count);
        for (int i = 0; i < count; i++) {
            int place = (int) order[i];
            int start = place == 0 ? 0 : ends[place - 1];
            sink.write(exports[place], bytes, start, ends[place] - start);
        }
        length = 0;
        count = 0;
    }

    private void room(int size) {
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
        }
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            exports = Arrays.copyOf(exports, count * 2);
        }
    }
}
