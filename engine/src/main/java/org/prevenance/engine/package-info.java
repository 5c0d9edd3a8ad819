/// The runtime: from events, in the order in which they became known, to cases.
///
/// Start reading at [Engine#apply]. An event is routed to the subjects that it counts for ([Graph]), folded into their
/// indicators ([Evaluator], [Accumulator]), and the signals that read them are judged once everything known at that
/// instant is in. What cannot be done in passing (a correction, a link or consent that became known late, an event
/// older than what is kept) makes an indicator stale; it is then folded anew from the [History] when next read.
@NullMarked
package org.prevenance.engine;

import org.jspecify.annotations.NullMarked;
