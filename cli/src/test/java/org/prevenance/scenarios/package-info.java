/// Runs the scenarios that ship.
@NullMarked
package org.prevenance.scenarios;

import org.jspecify.annotations.NullMarked;
