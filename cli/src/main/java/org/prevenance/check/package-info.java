/// The main job: from a folder of files to the cases found in it.
@NullMarked
package org.prevenance.check;

import org.jspecify.annotations.NullMarked;
