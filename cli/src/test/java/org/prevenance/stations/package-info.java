@NullMarked
package org.prevenance.stations;

import org.jspecify.annotations.NullMarked;
