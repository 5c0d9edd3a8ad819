/// The rules of the house, as tests: who may use whom, what the engine never does, what the pages promise.
@NullMarked
package org.prevenance.house;

import org.jspecify.annotations.NullMarked;
