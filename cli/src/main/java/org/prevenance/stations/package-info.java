/// Maps of stations: which meeting point and which car park is nearest to a platform.
@NullMarked
package org.prevenance.stations;

import org.jspecify.annotations.NullMarked;
