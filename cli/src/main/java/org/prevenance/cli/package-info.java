/// The command line: what the user types, and how the answer is shown.
@NullMarked
package org.prevenance.cli;

import org.jspecify.annotations.NullMarked;
