package org.prevenance.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.playbook.Window;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Yaml;

/// Reads `60d`, `72h`, `15m` and the windows made with them.
final class Durations {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,4})([dhm])");
    private static final Pattern EVENTS = Pattern.compile("([1-9][0-9]{0,3}) events?");
    static final int MOST_DAYS = 3_660;
    static final int MOST_EVENTS = 1_000;
    private static final String FORMS = "60d, 72h, 15m, day, week, month, 12 events or life";

    private final Mistakes mistakes;

    Durations(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /// A length of time; null, with the reason added, where it is none.
    Declared.@Nullable Duration length(Yaml.@Nullable Scalar scalar, String key) {
        if (scalar == null) {
            return null;
        }
        Matcher matcher = LENGTH.matcher(scalar.text());
        if (!matcher.matches()) {
            mistakes.add(
                    scalar.place(),
                    key + " must be a length of time, not " + scalar.text() + ".",
                    "Write 60d for calendar days, 72h or 15m for an exact length.");
            return null;
        }
        int count = Integer.parseInt(matcher.group(1));
        Declared.Duration length = switch (matcher.group(2)) {
            case "d" -> new Declared.Duration(count, 0);
            case "h" -> new Declared.Duration(0, count * Raw.HOUR);
            default -> new Declared.Duration(0, count * Raw.MINUTE);
        };
        if (length.days() > MOST_DAYS || length.micros() > MOST_DAYS * Raw.DAY) {
            mistakes.add(scalar.place(), key + " is longer than " + MOST_DAYS + " days.");
        }
        return length;
    }

    /// The window that `over`, `before` and `skip` make together.
    Window window(Form form) {
        Yaml.Scalar over = form.scalar("over");
        Yaml.Scalar before = form.scalar("before");
        Yaml.Scalar skip = form.scalar("skip");
        String text = over == null ? "life" : over.text();
        Matcher events = EVENTS.matcher(text);
        if (skip != null && !events.matches()) {
            mistakes.add(form.keyPlace("skip"), "skip leaves out events, and needs over: … events.");
        }
        if (before != null && (text.equals("life") || events.matches())) {
            mistakes.add(form.keyPlace("before"), "before needs a window of time, such as over: 7d.");
            return new Window.Life();
        }
        events.reset();
        if (events.matches()) {
            return lastEvents(Integer.parseInt(events.group(1)), over, skip);
        }
        return switch (text) {
            case "life" -> new Window.Life();
            case "hour" -> new Window.Calendar(Window.Unit.HOUR, units(before));
            case "day" -> new Window.Calendar(Window.Unit.DAY, units(before));
            case "week" -> new Window.Calendar(Window.Unit.WEEK, units(before));
            case "month" -> new Window.Calendar(Window.Unit.MONTH, units(before));
            default -> lengthWindow(over, before);
        };
    }

    private Window lastEvents(int count, Yaml.@Nullable Scalar over, Yaml.@Nullable Scalar skip) {
        int left = skip == null ? 0 : whole(skip, "skip");
        if (over != null && count + left > MOST_EVENTS) {
            mistakes.add(over.place(), "At most " + MOST_EVENTS + " events can be kept, those skipped included.");
        }
        return new Window.LastEvents(count, left);
    }

    private Window lengthWindow(Yaml.@Nullable Scalar over, Yaml.@Nullable Scalar before) {
        if (over == null || !LENGTH.matcher(over.text()).matches()) {
            if (over != null) {
                mistakes.add(over.place(), "over cannot be " + over.text() + ".", "Write one of " + FORMS + ".");
            }
            return new Window.Life();
        }
        Declared.Duration length = length(over, "over");
        Declared.Duration shift = before == null ? Declared.Duration.NONE : length(before, "before");
        if (length == null || shift == null) {
            return new Window.Life();
        }
        boolean days = length.days() > 0;
        if (before != null && days != shift.days() > 0) {
            mistakes.add(
                    before.place(),
                    "before is counted as over is: in " + (days ? "days" : "hours or minutes") + ".",
                    "Write " + (days ? "7d" : "24h") + ", for instance.");
        }
        return days
                ? new Window.Days(length.days(), shift.days())
                : new Window.Sliding(length.micros(), shift.micros());
    }

    private int units(Yaml.@Nullable Scalar before) {
        return before == null ? 0 : whole(before, "before");
    }

    private int whole(Yaml.Scalar scalar, String key) {
        if (scalar.type() != Yaml.Type.WHOLE || !scalar.text().matches("[0-9]{1,4}")) {
            mistakes.add(scalar.place(), key + " must be a whole number from 0 to 9999, not " + scalar.text() + ".");
            return 0;
        }
        return Integer.parseInt(scalar.text());
    }
}
