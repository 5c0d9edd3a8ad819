/// Waits against formulas that others published, and against queues played through in the test itself.
@NullMarked
package org.prevenance.forecast.wait;

import org.jspecify.annotations.NullMarked;
