package org.prevenance.engine;

import java.util.BitSet;
import org.prevenance.playbook.Control;

/// The controls of one kind of subject. Immutable.
///
/// @param purposes by control: the purposes that need an opt-in
/// @param byDay    whether some control changes when a day begins
/// @param fedBy    the event types that may change what some control reads
record KindControls(Control[] controls, int[][] purposes, boolean byDay, BitSet fedBy) {
    boolean isEmpty() {
        return controls.length == 0;
    }
}
