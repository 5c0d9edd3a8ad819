/// Pages about the packs, written from the packs themselves: what each signal finds, in French and English.
@NullMarked
package org.prevenance.catalogue;

import org.jspecify.annotations.NullMarked;
