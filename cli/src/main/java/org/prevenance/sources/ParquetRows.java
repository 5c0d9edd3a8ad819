package org.prevenance.sources;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.prevenance.files.RowSource;

final class ParquetRows {
    static @Nullable RowSource byColumns(Path file, String urn, Target target) throws IOException { return null; }
    static RowSource mapped(Path file, Mapping mapping, String urn, Target target) { throw new UnsupportedOperationException(); }
}
