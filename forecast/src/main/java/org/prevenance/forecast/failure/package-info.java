/// Which device will fail within seven days, judged by what visits and breakdowns cost.
///
/// Start at `FailureTarget`.
@NullMarked
package org.prevenance.forecast.failure;

import org.jspecify.annotations.NullMarked;
