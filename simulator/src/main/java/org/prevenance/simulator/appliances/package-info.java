/// Connected things at home: fridges, bulbs, sensors and washing machines, and how they age.
@NullMarked
package org.prevenance.simulator.appliances;

import org.jspecify.annotations.NullMarked;
