/// A company's own CSV and Parquet files, read as events by what `sources.yaml` says (`docs/sources.md`).
///
/// The way of a row: [Sources] finds the mapping of a file, [CsvRows] or [ParquetRows] reads its cells, [RowMapper]
/// makes events of them. [SourcesProposal] writes a first `sources.yaml` from the files themselves.
@NullMarked
package org.prevenance.sources;

import org.jspecify.annotations.NullMarked;
