/// Compiled expressions: what they evaluate to, and what they may read.
@NullMarked
package org.prevenance.expression;

import org.jspecify.annotations.NullMarked;
