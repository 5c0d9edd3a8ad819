/// From a folder of event files to islands of events in order, without holding everything in memory.
///
/// [EventFiles] finds the files, [EventLog] reads them with several threads into compact pages, drops the copies of one
/// event, finds which subjects hang together (islands), and hands the events out island by island.
@NullMarked
package org.prevenance.files;

import org.jspecify.annotations.NullMarked;
