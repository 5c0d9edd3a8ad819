/// Texts that people write (YAML files), read with the place of every word, so that a mistake can be shown where it is.
@NullMarked
package org.prevenance.text;

import org.jspecify.annotations.NullMarked;
