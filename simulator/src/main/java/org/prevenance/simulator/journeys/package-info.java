/// Trains and flights, and the journeys that people booked on them.
@NullMarked
package org.prevenance.simulator.journeys;

import org.jspecify.annotations.NullMarked;
