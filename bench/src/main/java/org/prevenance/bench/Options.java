package org.prevenance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a side-by-side run is asked to do.
///
/// @param contestants the names of those to run; empty: all
/// @param flink       the class path of the Flink contestants; null: they do not run
/// @param page        where tables are written between markers; null: nowhere
/// @param home        the root of the repository
/// @param launcher    what starts Prévenance
public record Options(
        Mode mode,
        int contracts,
        int days,
        long seed,
        int rounds,
        List<String> contestants,
        Path work,
        Path home,
        Path launcher,
        @Nullable String flink,
        @Nullable Path page) {
    /// What is compared with what.
    public enum Mode {
        /// Prévenance and the others on the reference work.
        SIDE_BY_SIDE,
        /// Prévenance with one signal, and with the whole telecom pack.
        WHOLE_PACK,
        /// The reference work, and ten times as many contracts.
        TEN_TIMES
    }

    static final String USAGE = """
            Usage: bench/run [--whole-pack | --ten-times] [options]
              --contracts N     size of the reference work (default 20000)
              --days N          its length (default 365)
              --seed N          its seed (default 1)
              --rounds N        how often everybody runs, in turn (default 3)
              --only A,B,…      only these contestants (names as in the table's last column)
              --no-flink        without Apache Flink, which downloads 130 MB once
              --work FOLDER     where data and logs are kept (default .build/bench)
              --launcher FILE   what starts Prévenance (default ./prevenance), to compare versions
              --page FILE       the page whose table is replaced (default docs/benchmarks.md; - for none)
            """;

    /// Reads a command line.
    ///
    /// @throws IllegalArgumentException naming the argument that is wrong, with the usage
    public static Options parse(String... arguments) {
        Builder builder = new Builder();
        List<String> rest = new ArrayList<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String argument = rest.removeFirst();
            if (!builder.flag(argument)) {
                if (rest.isEmpty()) {
                    throw new IllegalArgumentException("Missing value after \"" + argument + "\".\n" + USAGE);
                }
                builder.value(argument, rest.removeFirst());
            }
        }
        return builder.build();
    }

    /// Whether this contestant is to run.
    public boolean wants(Contestant contestant) {
        return contestants.isEmpty() || contestants.contains(contestant.name());
    }

    private static final class Builder {
        private static final Set<String> NUMBERS = Set.of("--contracts", "--days", "--seed", "--rounds");

        private Mode mode = Mode.SIDE_BY_SIDE;
        private int contracts = 20_000;
        private int days = 365;
        private long seed = 1;
        private int rounds = 3;
        private List<String> contestants = List.of();
        private Path home = Path.of("").toAbsolutePath();
        private @Nullable Path work;
        private @Nullable Path launcher;
        private @Nullable String flink;
        private boolean withFlink = true;
        private @Nullable Path page;
        private boolean withPage = true;

        boolean flag(String argument) {
            switch (argument) {
                case "--whole-pack" -> mode = Mode.WHOLE_PACK;
                case "--ten-times" -> mode = Mode.TEN_TIMES;
                case "--no-flink" -> withFlink = false;
                default -> {
                    return false;
                }
            }
            return true;
        }

        void value(String argument, String value) {
            if (NUMBERS.contains(argument)) {
                number(argument, value);
                return;
            }
            switch (argument) {
                case "--only" -> contestants = List.of(value.split(","));
                case "--home" -> home = Path.of(value).toAbsolutePath();
                case "--work" -> work = Path.of(value).toAbsolutePath();
                case "--launcher" -> launcher = Path.of(value).toAbsolutePath();
                case "--flink-classpath" -> flink = value;
                case "--page" -> {
                    withPage = !value.equals("-");
                    page = Path.of(value).toAbsolutePath();
                }
                default -> throw new IllegalArgumentException("Unknown option \"" + argument + "\".\n" + USAGE);
            }
        }

        private void number(String argument, String value) {
            if (!value.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException(
                        "Expected a whole number after " + argument + ", found \"" + value + "\".\n" + USAGE);
            }
            int number = Integer.parseInt(value);
            switch (argument) {
                case "--contracts" -> contracts = number;
                case "--days" -> days = number;
                case "--rounds" -> rounds = number;
                default -> seed = number;
            }
        }

        Options build() {
            if (contracts < 1 || days < 1 || rounds < 1) {
                throw new IllegalArgumentException("--contracts, --days and --rounds are at least 1.\n" + USAGE);
            }
            return new Options(
                    mode,
                    contracts,
                    days,
                    seed,
                    rounds,
                    contestants,
                    work == null ? home.resolve(".build/bench") : work,
                    home,
                    launcher == null ? home.resolve("prevenance") : launcher,
                    withFlink ? flink : null,
                    !withPage ? null : page == null ? home.resolve("docs/benchmarks.md") : page);
        }
    }
}
