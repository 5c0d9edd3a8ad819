/// Side-by-side runs: the same question asked to several engines, each in a process of its own, and compared.
///
/// Start reading at [SideBySide]; the question is [BilledUnused].
@NullMarked
package org.prevenance.bench;

import org.jspecify.annotations.NullMarked;
