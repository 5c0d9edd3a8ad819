package org.prevenance.bench.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.prevenance.bench.BilledUnused;
import org.prevenance.bench.Times;

/// The question with a contract's days as entries of a map: a usage reads and writes one small entry, a bill walks over
/// all and drops the old. Usual for state that is kept as bytes, as in RocksDB.
final class DayMapRule extends KeyedProcessFunction<String, Tuple4<String, Long, Long, String>, String> {
    private static final long serialVersionUID = 1L;

    private transient Times times;
    private transient MapState<Integer, Long> days;
    private transient ValueState<Integer> firstDay;

    @Override
    public void open(OpenContext context) {
        times = new Times(BilledUnused.ZONE);
        days = getRuntimeContext().getMapState(new MapStateDescriptor<>("days", Types.INT, Types.LONG));
        firstDay = getRuntimeContext().getState(new ValueStateDescriptor<>("first", Types.INT));
    }

    @Override
    public void processElement(
            Tuple4<String, Long, Long, String> event, Context context, Collector<String> flagged) throws Exception {
        int day = times.day(event.f1);
        if (event.f2 >= 0) {
            Long before = days.get(day);
            days.put(day, before == null ? event.f2 : before + event.f2);
        } else if (unused(day)) {
            flagged.collect(event.f3);
        }
    }

    /// The first day is settled at a contract's bills: the earliest entry, before any entry was dropped.
    private boolean unused(int today) throws Exception {
        int heard = 0;
        long bytes = 0;
        int earliest = Integer.MAX_VALUE;
        List<Integer> old = new ArrayList<>();
        for (Map.Entry<Integer, Long> entry : days.entries()) {
            int day = entry.getKey();
            earliest = Math.min(earliest, day);
            if (day > today - BilledUnused.DAYS) {
                heard++;
                bytes += entry.getValue();
            } else {
                old.add(day);
            }
        }
        Integer first = firstDay.value();
        if (first == null && earliest < Integer.MAX_VALUE) {
            first = earliest;
            firstDay.update(first);
        }
        for (int day : old) {
            days.remove(day);
        }
        return first != null
                && today - first >= BilledUnused.DAYS
                && heard >= BilledUnused.HEARD_DAYS
                && bytes < BilledUnused.FEW_BYTES;
    }
}
