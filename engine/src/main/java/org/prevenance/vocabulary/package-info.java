/// The event types and fields that packs declare, with unit, purpose and sensitivity.
@NullMarked
package org.prevenance.vocabulary;

import org.jspecify.annotations.NullMarked;
