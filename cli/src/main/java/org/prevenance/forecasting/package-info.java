/// From a folder of files to what forecasts learn from, and from forecasts to files.
@NullMarked
package org.prevenance.forecasting;

import org.jspecify.annotations.NullMarked;
