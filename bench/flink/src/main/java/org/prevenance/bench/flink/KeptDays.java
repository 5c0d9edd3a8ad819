package org.prevenance.bench.flink;

import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.prevenance.bench.BilledUnused;
import org.prevenance.bench.Times;

/// The question with all of a contract's state in one array: the first day, then 60 days, then their bytes. A map state
/// with an entry for each day was tried too: it took about as long on the heap, and longer in RocksDB.
final class KeptDays extends KeyedProcessFunction<String, Tuple4<String, Long, Long, String>, String> {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = BilledUnused.DAYS;

    private transient Times times;
    private transient ValueState<long[]> rings;

    @Override
    public void open(OpenContext context) {
        times = new Times(BilledUnused.ZONE);
        rings = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("ring", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(Tuple4<String, Long, Long, String> event, Context context, Collector<String> flagged)
            throws Exception {
        long[] ring = rings.value();
        int day = times.day(event.f1);
        if (event.f2 >= 0) {
            rings.update(used(ring, day, event.f2));
        } else if (ring != null && day - ring[0] >= DAYS && unused(ring, day - DAYS)) {
            flagged.collect(event.f3);
        }
    }

    private static long[] used(long[] ring, int day, long bytes) {
        long[] state = ring;
        if (state == null) {
            state = new long[1 + 2 * DAYS];
            Arrays.fill(state, 1, 1 + DAYS, Long.MIN_VALUE);
            state[0] = day;
        }
        int at = 1 + Math.floorMod(day, DAYS);
        if (state[at] != day) {
            state[at] = day;
            state[at + DAYS] = 0;
        }
        state[at + DAYS] += bytes;
        return state;
    }

    private static boolean unused(long[] ring, int before) {
        int heard = 0;
        long bytes = 0;
        for (int at = 1; at <= DAYS; at++) {
            if (ring[at] > before) {
                heard++;
                bytes += ring[at + DAYS];
            }
        }
        return heard >= BilledUnused.HEARD_DAYS && bytes < BilledUnused.FEW_BYTES;
    }
}
