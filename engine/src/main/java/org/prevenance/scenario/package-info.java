/// Scenario files: given these events, on that day, expect these cases and no others.
@NullMarked
package org.prevenance.scenario;

import org.jspecify.annotations.NullMarked;
