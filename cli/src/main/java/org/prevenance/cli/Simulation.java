package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.prevenance.files.Progress;
import org.prevenance.files.ProgressBar;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;

/// Writes a world while a bar shows how many of its days are over.
final class Simulation {
    private Simulation() {}

    /// @return how many events were written
    static long write(Path out, Settings settings) throws IOException {
        Progress bar = ProgressBar.onTerminal();
        bar.begins(settings.days());
        long written = Simulate.write(out, settings, events -> bar.read(1, events));
        bar.done();
        return written;
    }
}
