/// Learning: gradient boosting, calibrated probabilities, intervals that hold what they promise.
@NullMarked
package org.prevenance.forecast.learn;

import org.jspecify.annotations.NullMarked;
