/// What a signal was worth: which of its cases came true, how many complaints it was ahead of and by how long, with
/// intervals. Pure figures over values.
@NullMarked
package org.prevenance.measure;

import org.jspecify.annotations.NullMarked;
