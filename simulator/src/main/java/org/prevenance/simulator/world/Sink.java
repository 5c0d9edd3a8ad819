package org.prevenance.simulator.world;

import java.io.IOException;

/// Where the lines of a world go, in the order in which they became known.
public interface Sink {
    /// Takes one event, a line of JSON with its end.
    void write(Export export, byte[] bytes, int offset, int size) throws IOException;

    /// How many events were written so far, broken lines among them.
    long written();
}
