/// What was learnt, as a file that says where it comes from.
@NullMarked
package org.prevenance.forecast.model;

import org.jspecify.annotations.NullMarked;
