/// What a forecast can be about, and what all of them can do: learn, be judged, foretell.
@NullMarked
package org.prevenance.forecast.target;

import org.jspecify.annotations.NullMarked;
