/// Forecasts, and the judge that says where they may be shown.
///
/// A forecast enters the rest of the product as an event (`forecast.arrival`, `forecast.platform`, `forecast.failure`,
/// `forecast.wait`) with the instant at which it was made as its time, so that playbooks read it as they read
/// everything else, and live equals replay.
@NullMarked
package org.prevenance.forecast;

import org.jspecify.annotations.NullMarked;
