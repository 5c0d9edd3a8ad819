/// How long a caller will wait, from the state of the queue.
///
/// Start at `WaitTarget`; `Outlook` is the forecast, `ErlangA` what is known of such queues in the long run.
@NullMarked
package org.prevenance.forecast.wait;

import org.jspecify.annotations.NullMarked;
