/// Events in the order in which they became known, all at once in memory: what forecasts learn from and are judged on.
@NullMarked
package org.prevenance.forecast.chronicle;

import org.jspecify.annotations.NullMarked;
