/// The pages of the manual, held to their word.
@NullMarked
package org.prevenance.docs;

import org.jspecify.annotations.NullMarked;
