package org.prevenance.bench.flink;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.bench.EventReader;

/// Reads usages and bills as (contract, time in microseconds, bytes, bill), straight from the bytes of a file, with the
/// parser of the hand-written program: no text line in between. A usage has the empty bill; a bill has -1 bytes.
///
/// A device's link to its contract is kept beside the parser, which is faster than a second keyed step, and right
/// because a file holds whole contracts.
final class EventFormat extends SimpleStreamFormat<Tuple4<String, Long, Long, String>> {
    private static final long serialVersionUID = 1L;

    /// When the first reader of this process began, or 0: the cluster's start is not counted as work.
    static final AtomicLong FIRST_READ = new AtomicLong();

    @Override
    public StreamFormat.Reader<Tuple4<String, Long, Long, String>> createReader(
            Configuration config, FSDataInputStream stream) {
        FIRST_READ.compareAndSet(0, System.nanoTime());
        return new Reader(new EventReader(stream));
    }

    @Override
    public TypeInformation<Tuple4<String, Long, Long, String>> getProducedType() {
        return Types.TUPLE(Types.STRING, Types.LONG, Types.LONG, Types.STRING);
    }

    private static final class Reader implements StreamFormat.Reader<Tuple4<String, Long, Long, String>> {
        private final EventReader events;
        private int[] contractOf = new int[0];

        Reader(EventReader events) {
            this.events = events;
        }

        @Override
        public @Nullable Tuple4<String, Long, Long, String> read() {
            while (events.next()) {
                switch (events.kind()) {
                    case INSTALLED -> link(events.device(), events.contract());
                    case USAGE -> {
                        if (events.bytes() >= 0 && linked(events.device())) {
                            return Tuple4.of(
                                    events.contractId(contractOf[events.device()]), events.time(), events.bytes(), "");
                        }
                    }
                    case BILL -> {
                        return Tuple4.of(events.contractId(events.contract()), events.time(), -1L, events.bill());
                    }
                    case OTHER -> {}
                }
            }
            return null;
        }

        private boolean linked(int device) {
            return device < contractOf.length && contractOf[device] >= 0;
        }

        private void link(int device, int contract) {
            if (device >= contractOf.length) {
                int before = contractOf.length;
                contractOf = Arrays.copyOf(contractOf, Math.max(1024, Math.max(device + 1, 2 * before)));
                Arrays.fill(contractOf, before, contractOf.length, -1);
            }
            contractOf[device] = contract;
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
