/// Commands, tried on small folders.
@NullMarked
package org.prevenance.cli;

import org.jspecify.annotations.NullMarked;
