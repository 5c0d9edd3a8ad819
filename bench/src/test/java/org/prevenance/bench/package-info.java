/// Tests of the comparison itself: that everybody answers the same question, and that figures are told right.
@NullMarked
package org.prevenance.bench;

import org.jspecify.annotations.NullMarked;
