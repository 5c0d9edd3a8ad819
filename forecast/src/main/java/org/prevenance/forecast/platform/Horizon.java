package org.prevenance.forecast.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prevenance.event.Raw;
import org.prevenance.forecast.judge.Label;
import org.prevenance.text.Form;
import org.prevenance.text.Yaml;

/// How long before the planned instant a question is asked.
///
/// @param name   as declared: `24h`, `20m`
/// @param before microseconds
record Horizon(String name, long before) {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,3})([hm])");
    private static final long MOST = 7 * Raw.DAY;

    /// Reads `horizons: [24h, 2h, 60m, 20m]`, the longest first.
    static List<Horizon> read(Form form) {
        List<Horizon> horizons = new ArrayList<>();
        for (Yaml.Scalar scalar : form.scalars("horizons")) {
            Matcher matcher = LENGTH.matcher(scalar.text());
            if (!matcher.matches()) {
                form.mistakes()
                        .add(
                                scalar.place(),
                                "A horizon must be a length of time, not " + scalar.text() + ".",
                                "Write 24h or 20m.");
                continue;
            }
            long unit = matcher.group(2).equals("h") ? Raw.HOUR : Raw.MINUTE;
            Horizon horizon = new Horizon(scalar.text(), Integer.parseInt(matcher.group(1)) * unit);
            if (horizon.before > MOST) {
                form.mistakes().add(scalar.place(), "A horizon of more than 7 days is too long.");
            } else if (!horizons.isEmpty() && horizons.getLast().before <= horizon.before) {
                form.mistakes().add(scalar.place(), "The longest horizon stands first.", "Put them in their order.");
            } else {
                horizons.add(horizon);
            }
        }
        return horizons;
    }

    Label label() {
        long count = before % Raw.HOUR == 0 ? before / Raw.HOUR : before / Raw.MINUTE;
        String unit = before % Raw.HOUR == 0 ? "h" : "min";
        return new Label(
                name,
                "%d\u00a0%s avant l’heure prévue".formatted(count, unit),
                "%d %s before it is due".formatted(count, unit));
    }
}
