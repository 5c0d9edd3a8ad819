/// On which platform a train will stop: habits of numbers, lines and hours, what is published, what is taken or closed
/// now, weighed against each other by a conditional logit (McFadden, *Conditional logit analysis of qualitative choice
/// behavior*, 1974).
///
/// Start reading at [PlatformTarget], then [Walk], [Facts] and [Choice].
@NullMarked
package org.prevenance.forecast.platform;

import org.jspecify.annotations.NullMarked;
