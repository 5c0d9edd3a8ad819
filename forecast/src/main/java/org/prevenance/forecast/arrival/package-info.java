/// When a trip will reach a stop.
@NullMarked
package org.prevenance.forecast.arrival;

import org.jspecify.annotations.NullMarked;
