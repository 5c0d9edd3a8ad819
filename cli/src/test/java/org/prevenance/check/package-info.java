@NullMarked
package org.prevenance.check;

import org.jspecify.annotations.NullMarked;
