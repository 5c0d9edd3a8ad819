/// Phone queues: who calls, who gives up, who is there to answer, minute by minute.
///
/// A discrete-event simulation ([DeskDay]) that knows no formula about queues.
@NullMarked
package org.prevenance.simulator.queue;

import org.jspecify.annotations.NullMarked;
