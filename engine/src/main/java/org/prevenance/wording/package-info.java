/// Compares what two answers say, in French and English: figures, dates, yes or no, conditions, and cut-down copies.
@NullMarked
package org.prevenance.wording;

import org.jspecify.annotations.NullMarked;
