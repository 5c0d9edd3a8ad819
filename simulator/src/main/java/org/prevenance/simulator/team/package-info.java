/// The advisers' own working days.
@NullMarked
package org.prevenance.simulator.team;

import org.jspecify.annotations.NullMarked;
