/// Failures: what is known of a device, the rule of the pack, what visits cost.
@NullMarked
package org.prevenance.forecast.failure;

import org.jspecify.annotations.NullMarked;
