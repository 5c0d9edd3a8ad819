package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.io.InputStream;

/// One recorded GTFS-Realtime message.
///
/// @param series messages of one series follow each other: what stands in one and not in the next is gone
/// @param name   of the file, for messages
public record Recording(String series, String name, Bytes bytes) {
    /// Opens the unpacked bytes; the caller closes them.
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }
}
