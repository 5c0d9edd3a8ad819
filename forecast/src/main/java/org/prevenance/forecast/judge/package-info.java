/// Compares a forecast with everything that it must beat, on days that it has never seen, and says where it may be
/// shown: `Trial` in, `Judge`, `Judgement` out. Pure figures over values.
@NullMarked
package org.prevenance.forecast.judge;

import org.jspecify.annotations.NullMarked;
