/// Tests of the Flink job, on a cluster within the test.
@NullMarked
package org.prevenance.bench.flink;

import org.jspecify.annotations.NullMarked;
