/// What every sector's stories are told with: people, days, events as lines, and the truth about them.
///
/// Start reading at [Branch], then [Person].
@NullMarked
package org.prevenance.simulator.world;

import org.jspecify.annotations.NullMarked;
