package org.prevenance.forecast.gtfs;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The tables of a static feed: a folder, or a zip.
public interface Tables {
    /// The bytes of a table; the caller closes them.
    ///
    /// @param table such as `stops.txt`
    /// @return null where the feed has no such table
    @Nullable
    InputStream open(String table) throws IOException;

    /// How messages name a table: `feed.zip/stops.txt`.
    String name(String table);
}
