/// Tests playbooks by their scenarios: given these events, exactly those cases.
@NullMarked
package org.prevenance.scenarios;

import org.jspecify.annotations.NullMarked;
