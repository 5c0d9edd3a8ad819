package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Runs one contestant of this module in this process and prints what was [Measured].
///
/// Arguments: the contestant, the file of events, and where to write the flagged bills (`-`: nowhere).
public final class Contest {
    /// Who can be run here; Flink and Prévenance have programs of their own.
    enum Who {
        PARSE_JACKSON,
        PARSE_FASTJSON2,
        HAND_WRITTEN,
        DUCKDB_WINDOWS,
        DUCKDB_JOIN;

        String argument() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int THREADS = 2;

    private Contest() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "Expected CONTESTANT EVENTS FLAGGED, found " + Arrays.toString(arguments) + ".");
        }
        Path events = Path.of(arguments[1]);
        long start = System.nanoTime();
        Answer answer = answer(who(arguments[0]), events);
        Measured.here(start, answer).print();
        if (answer != null && !arguments[2].equals("-")) {
            Files.write(Path.of(arguments[2]), answer.flagged());
        }
    }

    private static @Nullable Answer answer(Who who, Path events) throws IOException, SQLException {
        return switch (who) {
            case PARSE_JACKSON -> {
                ParseOnly.jackson(events);
                yield null;
            }
            case PARSE_FASTJSON2 -> {
                ParseOnly.fastjson(events);
                yield null;
            }
            case HAND_WRITTEN -> HandWritten.answer(events);
            case DUCKDB_WINDOWS -> DuckDb.answer(events, DuckDb.WINDOWS, THREADS);
            case DUCKDB_JOIN -> DuckDb.answer(events, DuckDb.JOIN, THREADS);
        };
    }

    private static Who who(String argument) {
        for (Who who : Who.values()) {
            if (who.argument().equals(argument)) {
                return who;
            }
        }
        throw new IllegalArgumentException("No contestant \"" + argument + "\"; there are "
                + Arrays.stream(Who.values()).map(Who::argument).toList() + ".");
    }
}
