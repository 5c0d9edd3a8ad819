@NullMarked
package org.prevenance.simulator;

import org.jspecify.annotations.NullMarked;
