package org.prevenance.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a world to a folder: its events as lines of JSON, and `truth.json`, which says what is to be found in them.
public final class Simulate {
    private Simulate() {}

    /// Writes the events in the settings' [Layout], and the truth about them (see [Truth]), over what may be there.
    ///
    /// @param out a folder; made if missing
    /// @throws IOException if the folder or a file cannot be written
    public static void write(Path out, Settings settings) throws IOException {
        Files.createDirectories(out);
        TelecomWorld world = new TelecomWorld(settings);
        Truth truth;
        try (Exports files = new Exports(out, settings.layout())) {
            truth = world.write(files);
        }
        truth.write(out.resolve("truth.json"), world.brokenLines());
    }
}
