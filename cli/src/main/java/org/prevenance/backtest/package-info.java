/// Judges past events again as if live, and tells what the signals would have been worth.
@NullMarked
package org.prevenance.backtest;

import org.jspecify.annotations.NullMarked;
