/// A small deterministic world with known troubles, for demonstrations, tests and benchmarks.
///
/// It shares no code with the engine: what it writes obeys the event vocabulary and nothing else, and the truth that it
/// states follows from the stories that it tells, never from detecting them. Start reading at [Simulate#write], then
/// [World], then one of the story files ([org.prevenance.simulator.telecom] is the one the project exists for).
@NullMarked
package org.prevenance.simulator;

import org.jspecify.annotations.NullMarked;
