/// Feeds written by tests with the standard's own builders, and read as the product reads them.
@NullMarked
package org.prevenance.forecast.gtfs;

import org.jspecify.annotations.NullMarked;
