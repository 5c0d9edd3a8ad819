/// The playbook language: YAML with CEL expressions, read, checked and compiled into a
/// [org.prevenance.playbook.Program].
@NullMarked
package org.prevenance.language;

import org.jspecify.annotations.NullMarked;
