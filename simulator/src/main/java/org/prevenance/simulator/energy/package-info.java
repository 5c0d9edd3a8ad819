/// Electricity and water: meters read every hour, every day or every month, tariffs, bills on readings or on estimates.
@NullMarked
package org.prevenance.simulator.energy;

import org.jspecify.annotations.NullMarked;
