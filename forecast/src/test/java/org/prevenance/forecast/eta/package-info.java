/// Running estimates written as events and judged.
@NullMarked
package org.prevenance.forecast.eta;

import org.jspecify.annotations.NullMarked;
