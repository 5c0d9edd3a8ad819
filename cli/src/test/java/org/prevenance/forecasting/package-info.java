/// Forecasts from files to figures, on simulated worlds.
@NullMarked
package org.prevenance.forecasting;

import org.jspecify.annotations.NullMarked;
