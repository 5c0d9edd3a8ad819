/// Playbooks as checked values: indicators, signals, and the program that the engine runs.
@NullMarked
package org.prevenance.playbook;

import org.jspecify.annotations.NullMarked;
