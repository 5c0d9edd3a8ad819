/// Side-by-side runs: our readers and engine next to others on the same input.
@NullMarked
package org.prevenance.bench;

import org.jspecify.annotations.NullMarked;
