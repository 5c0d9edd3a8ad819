/// The same events as the CSV exports that companies really have, and the `sources.yaml` that says what their columns
/// mean.
@NullMarked
package org.prevenance.simulator.csv;

import org.jspecify.annotations.NullMarked;
