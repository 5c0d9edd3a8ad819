/// The pages about the packs, held to the packs.
@NullMarked
package org.prevenance.catalogue;

import org.jspecify.annotations.NullMarked;
