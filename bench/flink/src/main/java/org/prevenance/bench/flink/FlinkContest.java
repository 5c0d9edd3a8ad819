package org.prevenance.bench.flink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.prevenance.bench.Answer;
import org.prevenance.bench.Measured;

/// Runs the reference work as a Flink job in this process, with parallelism 2 and no checkpoints.
///
/// Arguments: the state backend (`hashmap`, `rocksdb`), the file of events or a folder of files with whole contracts
/// each, and where to write the flagged bills (`-`: nowhere).
public final class FlinkContest {
    private static final int PARALLELISM = 2;

    private FlinkContest() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "Expected BACKEND EVENTS FLAGGED, found " + Arrays.toString(arguments) + ".");
        }
        Answer answer = answer(arguments[0], Path.of(arguments[1]));
        Measured.here(EventFormat.FIRST_READ.get(), answer).print();
        if (!arguments[2].equals("-")) {
            Files.write(Path.of(arguments[2]), answer.flagged());
        }
    }

    /// The flagged bills, from a job on a cluster within this process.
    static Answer answer(String backend, Path events) throws Exception {
        try (StreamExecutionEnvironment cluster =
                        StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings(backend));
                CloseableIterator<String> bills = flagged(cluster, events).executeAndCollect()) {
            List<String> flagged = new ArrayList<>();
            bills.forEachRemaining(flagged::add);
            return new Answer(flagged);
        }
    }

    private static DataStream<String> flagged(StreamExecutionEnvironment cluster, Path events) {
        FileSource<Tuple4<String, Long, Long, String>> source = FileSource.forRecordStreamFormat(
                        new EventFormat(), new org.apache.flink.core.fs.Path(events.toUri()))
                .build();
        return cluster.fromSource(source, WatermarkStrategy.noWatermarks(), "events")
                .keyBy(event -> event.f0)
                .process(new KeptDays());
    }

    private static Configuration settings(String backend) {
        Configuration settings = new Configuration();
        settings.setString("state.backend.type", backend);
        settings.setString("pipeline.object-reuse", "true");
        settings.setString("pipeline.generic-types", "false");
        settings.setString("taskmanager.memory.managed.size", "1g");
        return settings;
    }
}
