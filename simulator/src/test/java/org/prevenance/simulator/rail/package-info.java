@NullMarked
package org.prevenance.simulator.rail;

import org.jspecify.annotations.NullMarked;
