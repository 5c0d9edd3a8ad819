/// What an event is, in memory: subjects, values, and the row that carries them.
@NullMarked
package org.prevenance.event;

import org.jspecify.annotations.NullMarked;
