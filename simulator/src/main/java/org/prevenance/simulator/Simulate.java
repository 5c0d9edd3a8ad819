package org.prevenance.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.prevenance.simulator.csv.CsvExports;

/// Writes a world to a folder: its events as lines of JSON, and `truth.json`, which says what is to be found in them.
public final class Simulate {
    private Simulate() {}

    /// Writes the events in the settings' [Layout], and the truth about them (see
    /// [org.prevenance.simulator.world.Truth]), over what may be there.
    ///
    /// @param out a folder; made if missing
    /// @return how many events were written, broken lines among them
    /// @throws IOException if the folder or a file cannot be written
    public static long write(Path out, Settings settings) throws IOException {
        return write(out, settings, _ -> {});
    }

    /// The same for those who wait.
    ///
    /// @param eachDay is told after each simulated day how many events became known on it
    public static long write(Path out, Settings settings, LongConsumer eachDay) throws IOException {
        Files.createDirectories(out);
        World world = new World(settings);
        long written = settings.layout() == Layout.CSV
                ? csv(world, out, eachDay)
                : events(world, out, settings.layout(), eachDay);
        world.truth().write(out.resolve("truth.json"), settings.json(), world.brokenLines());
        return written;
    }

    private static long events(World world, Path out, Layout layout, LongConsumer eachDay) throws IOException {
        try (Exports files = new Exports(out, layout)) {
            world.write(files, eachDay);
            return files.written();
        }
    }

    private static long csv(World world, Path out, LongConsumer eachDay) throws IOException {
        try (CsvExports files = new CsvExports(out)) {
            world.write(files, eachDay);
            return files.written();
        }
    }
}
