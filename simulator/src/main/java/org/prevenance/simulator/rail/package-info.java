/// A small rail network: habits of platforms, disturbances and what follows from them, weather, a change of timetable,
/// a platform that is closed for weeks. Who takes these trains is told too, and what they are owed.
///
/// Nothing here looks at the past to say what comes: a day's trains run by their [Timetable], their [Conditions] and
/// chance ([Running]), and the events say what an operator would have said at each moment. Start reading at
/// [Rail#live].
@NullMarked
package org.prevenance.simulator.rail;

import org.jspecify.annotations.NullMarked;
