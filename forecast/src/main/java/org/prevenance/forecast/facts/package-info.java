/// Facts known at an instant, computed in one walk over events in the order in which they became known.
///
/// `FactsReader` (YAML to `Facts`), `Network` (what is known about trips), `Walk` (asks questions on the way),
/// `Examples` (what came out, in columns), `Leaks` (proves that nothing was known too early).
@NullMarked
package org.prevenance.forecast.facts;

import org.jspecify.annotations.NullMarked;
