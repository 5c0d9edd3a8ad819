/// Running estimates of arrivals, held against what happened.
@NullMarked
package org.prevenance.forecast.eta;

import org.jspecify.annotations.NullMarked;
