/// An internet operator: lines with boxes, offers whose prices fall, and what goes wrong with their bills.
@NullMarked
package org.prevenance.simulator.telecom;

import org.jspecify.annotations.NullMarked;
