/// A bank that also insures: accounts with options, insurances, campaigns.
@NullMarked
package org.prevenance.simulator.bank;

import org.jspecify.annotations.NullMarked;
