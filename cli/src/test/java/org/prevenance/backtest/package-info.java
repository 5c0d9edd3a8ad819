/// Backtests of made-up worlds.
@NullMarked
package org.prevenance.backtest;

import org.jspecify.annotations.NullMarked;
