/// The reference work as a job on a local Apache Flink cluster.
@NullMarked
package org.prevenance.bench.flink;

import org.jspecify.annotations.NullMarked;
