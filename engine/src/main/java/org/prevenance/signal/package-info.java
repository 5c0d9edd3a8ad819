/// Cases: what a signal found, with its proof.
@NullMarked
package org.prevenance.signal;

import org.jspecify.annotations.NullMarked;
