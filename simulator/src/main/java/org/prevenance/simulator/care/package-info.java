/// People who call: who hang up while they wait, ask again, or are sent around.
@NullMarked
package org.prevenance.simulator.care;

import org.jspecify.annotations.NullMarked;
