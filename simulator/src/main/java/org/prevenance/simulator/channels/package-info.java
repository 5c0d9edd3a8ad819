/// What web, phone and shop publish: prices, answers, steps and releases, and where they contradict each other.
@NullMarked
package org.prevenance.simulator.channels;

import org.jspecify.annotations.NullMarked;
