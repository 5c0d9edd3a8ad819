package org.prevenance.files;

import java.io.IOException;

/// A file whose rows become events by a declared mapping (CSV, Parquet). Read once, by one thread.
public interface RowSource {
    /// Gives every row to `sink`, in the order of the file: each either as an admitted event or as a refused item. Rows
    /// that hold nothing (blank lines, the header) are not given.
    ///
    /// @throws IOException when the file cannot be read on; what was given before stays
    void forEach(RowSink sink) throws IOException;
}
