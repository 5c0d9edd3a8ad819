package org.prevenance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prevenance.bench.Contestant.Kind;

/// Everybody who can take part, and how each is started.
final class Contestants {
    /// Prévenance with the one signal that the others compute.
    static final String OURS = "prevenance";

    private static final String HEAP = "-Xmx2g";
    private static final List<String> OPENED_FOR_FLINK = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "sun.nio.ch");

    private Contestants() {}

    /// For [Options.Mode#SIDE_BY_SIDE].
    static List<Contestant> all(Options options, Dataset data) {
        List<Contestant> all = new ArrayList<>();
        all.add(oneSignal(options, data));
        all.add(fromParquet(options, data));
        all.add(here(Contest.Who.PARSE_JACKSON, "Only parsing, Jackson 3, 1 thread", data.events(), Kind.NOTHING));
        all.add(here(Contest.Who.PARSE_FASTJSON2, "Only parsing, fastjson2, 1 thread", data.events(), Kind.NOTHING));
        all.add(handWritten(data));
        all.addAll(duckDb(data.events(), "NDJSON", ""));
        all.addAll(duckDb(data.parquet(), "Parquet", "-parquet"));
        String flink = options.flink();
        if (flink != null) {
            all.add(flink(flink, "hashmap", data.parts(), "flink-heap", "Flink, state on the heap, 2 files"));
            all.add(flink(flink, "rocksdb", data.parts(), "flink-rocksdb", "Flink, state in RocksDB, 2 files"));
            all.add(flink(flink, "hashmap", data.events(), "flink-heap-1-file", "Flink, state on the heap, 1 file"));
        }
        return all;
    }

    /// Prévenance as a process, with only the question's signal, judged at each bill.
    static Contestant oneSignal(Options options, Dataset data) {
        return new Contestant(
                OURS,
                "Prévenance, one signal, 2 threads",
                check(options, data.folder(), reference(options)),
                Kind.CASES);
    }

    /// The same from Parquet.
    private static Contestant fromParquet(Options options, Dataset data) {
        return new Contestant(
                "prevenance-parquet",
                "Prévenance, one signal, Parquet, 2 threads",
                check(options, data.parquetFolder(), reference(options)),
                Kind.CASES);
    }

    private static String reference(Options options) {
        return options.home().resolve("bench/playbooks/reference").toString();
    }

    /// Prévenance as a process, with everything that the telecom pack declares. Its cases answer more than the
    /// question.
    static Contestant wholePack(Options options, Dataset data) {
        return new Contestant(
                "prevenance-pack",
                "Prévenance, whole telecom pack, 2 threads",
                check(options, data.folder(), "telecom"),
                Kind.OTHER_CASES);
    }

    static Contestant handWritten(Dataset data) {
        return here(
                Contest.Who.HAND_WRITTEN, "Hand-written Java, Jackson 3, 1 thread", data.events(), Kind.FLAGGED_BILLS);
    }

    private static List<String> check(Options options, Path folder, String playbooks) {
        return List.of(
                options.launcher().toString(),
                "check",
                folder.toString(),
                "--playbooks",
                playbooks,
                "--format",
                "json",
                "--threads",
                "2");
    }

    private static List<Contestant> duckDb(Path events, String format, String suffix) {
        return List.of(
                here(
                        Contest.Who.DUCKDB_JOIN,
                        "DuckDB, SQL join, " + format + ", 2 threads",
                        events,
                        Kind.FLAGGED_BILLS,
                        suffix),
                here(
                        Contest.Who.DUCKDB_WINDOWS,
                        "DuckDB, SQL windows, " + format + ", 2 threads",
                        events,
                        Kind.FLAGGED_BILLS,
                        suffix));
    }

    private static Contestant here(Contest.Who who, String title, Path events, Kind answers) {
        return here(who, title, events, answers, "");
    }

    private static Contestant here(Contest.Who who, String title, Path events, Kind answers, String suffix) {
        List<String> command = java(System.getProperty("java.class.path"));
        command.addAll(List.of(Contest.class.getName(), who.argument(), events.toString(), Contestant.FLAGGED));
        return new Contestant(who.argument() + suffix, title, command, answers);
    }

    private static Contestant flink(String classPath, String backend, Path events, String name, String title) {
        List<String> command = java(classPath);
        for (String opened : OPENED_FOR_FLINK) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(
                List.of("org.prevenance.bench.flink.FlinkContest", backend, events.toString(), Contestant.FLAGGED));
        return new Contestant(name, title, command, Kind.FLAGGED_BILLS);
    }

    private static List<String> java(String classPath) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath));
    }
}
