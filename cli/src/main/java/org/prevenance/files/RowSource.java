package org.prevenance.files;

import java.io.IOException;
import java.util.List;

/// A file whose rows become events by a declared mapping (CSV, Parquet). Read once, by one thread.
public interface RowSource {
    /// Parts of the file that threads may read apart, in the order of the file; together they give all its rows.
    default List<RowSource> pieces() {
        return List.of(this);
    }

    /// Gives every row to `sink`, in the order of the file: each either as an admitted event or as a refused item. Rows
    /// that hold nothing (blank lines, the header) are not given.
    ///
    /// @throws IOException when the file cannot be read on; what was given before stays
    void forEach(RowSink sink) throws IOException;
}
