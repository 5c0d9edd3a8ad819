/// Platforms of small networks that tests write.
@NullMarked
package org.prevenance.forecast.platform;

import org.jspecify.annotations.NullMarked;
