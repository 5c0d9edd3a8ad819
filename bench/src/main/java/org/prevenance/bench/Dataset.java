package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prevenance.simulator.ReferenceWorld;

/// The files of one size of the reference work, made once and kept.
///
/// @param folder   holds only [#events], so that it can be given to whoever reads folders
/// @param parquet  the same events as [DuckDb#toParquet] writes them, also alone in its folder
/// @param parts    the same events in two files with whole contracts each
/// @param count    how many events
public record Dataset(
        Path folder, Path events, Path parquet, Path parts, long count, int contracts, int days, long seed) {
    private static final int PARTS = 2;
    private static final int THREADS = 2;

    /// Finds the files under `work`, or makes them: minutes for the full size.
    public static Dataset prepare(Path work, int contracts, int days, long seed) throws IOException, SQLException {
        Dataset data = eventsOnly(work, contracts, days, seed);
        Files.createDirectories(data.parquetFolder());
        make(data.parquet, file -> DuckDb.toParquet(data.events, file, THREADS));
        make(data.parts, begun -> Parts.write(data.events, begun, PARTS));
        return data;
    }

    /// Finds or makes the NDJSON file alone.
    static Dataset eventsOnly(Path work, int contracts, int days, long seed) throws IOException, SQLException {
        Path home = work.resolve("%d-contracts-%d-days-seed-%d".formatted(contracts, days, seed));
        Files.createDirectories(home);
        Path count = home.resolve("count.txt");
        Path folder = home.resolve("events");
        make(
                folder,
                begun -> Files.writeString(count, Long.toString(ReferenceWorld.write(begun, contracts, days, seed))));
        return new Dataset(
                folder,
                folder.resolve("events.ndjson"),
                home.resolve("parquet/events.parquet"),
                home.resolve("parts"),
                Long.parseLong(Files.readString(count)),
                contracts,
                days,
                seed);
    }

    /// Where the Parquet file stands alone.
    Path parquetFolder() {
        return parquet.resolveSibling("");
    }

    /// All files there are for contestants to read.
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(events));
        if (Files.exists(parquet)) {
            files.add(parquet);
        }
        if (Files.exists(parts)) {
            try (Stream<Path> split = Files.list(parts)) {
                split.forEach(files::add);
            }
        }
        return files;
    }

    private interface Maker {
        void make(Path file) throws IOException, SQLException;
    }

    /// Makes a file under another name first: a file that was begun and not finished is not taken for a whole one.
    private static void make(Path file, Maker maker) throws IOException, SQLException {
        if (Files.exists(file)) {
            return;
        }
        System.err.println("Making " + file);
        Path begun = file.resolveSibling(file.getFileName() + ".begun");
        maker.make(begun);
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
