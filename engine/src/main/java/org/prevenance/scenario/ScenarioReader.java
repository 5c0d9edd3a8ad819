package org.prevenance.scenario;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.signal.Harm;
import org.prevenance.text.Checked;
import org.prevenance.text.Form;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;
import org.prevenance.vocabulary.Vocabulary;

/// Reads scenario files, `<name>.scenarios.yaml`.
///
/// A file has `scenarios:`, a list. Each has a `name:`, the events `given:` (a `|` block with one event per line, or a
/// list of such lines; lines that begin with `#` are left aside; see [EventLine]), the moment `until:` which is
/// judged (a day means its end), and what to `expect:`: a list of `signal`, `subject`, and where it matters `opened`
/// and
/// `closed` (an instant, or a day), `by` (`gone`, `confirmed`) and `harm` (`59.98 EUR`, `12 points`). A case without
/// `closed` must still be open. `expect: []` means silence. `commands:` lists what devices must be told, in order, each
/// with `control`, `subject`, `at` and `value`.
public final class ScenarioReader {
    private static final Pattern HARM = Pattern.compile("(-?[0-9]+(?:\\.[0-9]{1,6})?) ([A-Z]{3}|points)");

    private final Vocabulary vocabulary;
    private final Times times;
    private final Mistakes mistakes = new Mistakes();

    private ScenarioReader(Vocabulary vocabulary, ZoneId zone) {
        this.vocabulary = vocabulary;
        times = new Times(zone);
    }

    /// All scenarios of the files, or all mistakes.
    ///
    /// @param zone where days begin and end: that of the playbooks
    public static Checked<List<Scenario>> read(Vocabulary vocabulary, ZoneId zone, List<NamedText> files) {
        ScenarioReader reader = new ScenarioReader(vocabulary, zone);
        List<Scenario> scenarios = new ArrayList<>();
        files.forEach(file -> reader.file(file, scenarios));
        return reader.mistakes.isEmpty()
                ? new Checked.Right<>(List.copyOf(scenarios))
                : new Checked.Wrong<>(reader.mistakes.sorted());
    }

    private void file(NamedText file, List<Scenario> scenarios) {
        Yaml.Mapping root = YamlReader.read(file, mistakes);
        if (root == null) {
            return;
        }
        Form form = new Form(root, mistakes);
        form.require("scenarios");
        switch (form.any("scenarios")) {
            case null -> {}
            case Yaml.Items list -> list.items().forEach(item -> scenario(file, item, scenarios));
            case Yaml other -> form.wrongType("scenarios", other, "a list");
        }
        form.done();
    }

    private void scenario(NamedText file, Yaml item, List<Scenario> scenarios) {
        if (!(item instanceof Yaml.Mapping mapping)) {
            mistakes.add(item.place(), "A scenario is a mapping with name, given, until and expect.");
            return;
        }
        Form form = new Form(mapping, mistakes);
        form.require("name", "given", "until", "expect");
        String name = form.text("name");
        List<String> events = new ArrayList<>();
        given(form, events);
        Yaml.Scalar untilText = form.scalar("until");
        Instant until = untilText == null ? null : times.until(untilText.text());
        if (untilText != null && until == null) {
            mistakes.add(untilText.place(), untilText.text() + " is neither an instant nor a day.");
        }
        List<Scenario.Expected> expected = new ArrayList<>();
        switch (form.any("expect")) {
            case null -> {}
            case Yaml.Items list -> list.items().forEach(one -> expected(one, expected));
            case Yaml other -> form.wrongType("expect", other, "a list, which is empty where silence is expected");
        }
        List<Scenario.Told> commands = form.has("commands") ? new ArrayList<>() : null;
        switch (form.any("commands")) {
            case null -> {}
            case Yaml.Items list -> list.items().forEach(one -> told(one, Objects.requireNonNull(commands)));
            case Yaml other -> form.wrongType("commands", other, "a list, which is empty where nothing is commanded");
        }
        form.done();
        if (name != null && until != null) {
            scenarios.add(new Scenario(
                    file.file(),
                    name,
                    events,
                    until,
                    expected,
                    commands,
                    form.keyPlace("name").line()));
        }
    }

    private void given(Form form, List<String> events) {
        for (Yaml.Scalar scalar : form.scalars("given")) {
            int start = 0;
            while (start < scalar.text().length()) {
                int end = scalar.text().indexOf('\n', start);
                int stop = end < 0 ? scalar.text().length() : end;
                String line = scalar.text().substring(start, stop);
                String stripped = line.strip();
                if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                    int base = start + line.indexOf(stripped);
                    new EventLine(vocabulary, times, mistakes, scalar, base, stripped, events).read();
                }
                start = stop + 1;
            }
        }
    }

    private void expected(Yaml item, List<Scenario.Expected> expected) {
        if (!(item instanceof Yaml.Mapping mapping)) {
            mistakes.add(item.place(), "An expected case is a mapping with signal and subject.");
            return;
        }
        Form form = new Form(mapping, mistakes);
        form.require("signal", "subject");
        String signal = form.text("signal");
        Yaml.Scalar subject = form.scalar("subject");
        if (subject != null && vocabulary.kind(subject.text().replaceFirst("/.*", "")) < 0) {
            mistakes.add(subject.place(), subject.text() + " is not a subject, such as contract/C1.");
        }
        Scenario.Moment opened = moment(form, "opened");
        Scenario.Moment closed = moment(form, "closed");
        String by = form.text("by");
        Harm harm = harm(form.scalar("harm"));
        form.done();
        if (signal != null && subject != null) {
            int line = form.keyPlace("signal").line();
            expected.add(new Scenario.Expected(signal, subject.text(), opened, closed, by, harm, line));
        }
    }

    private void told(Yaml item, List<Scenario.Told> commands) {
        if (!(item instanceof Yaml.Mapping mapping)) {
            mistakes.add(item.place(), "An expected command is a mapping with control, subject, at and value.");
            return;
        }
        Form form = new Form(mapping, mistakes);
        form.require("control", "subject", "at", "value");
        String control = form.text("control");
        String subject = form.text("subject");
        Scenario.Moment at = moment(form, "at");
        String value = form.text("value");
        form.done();
        if (control != null && subject != null && at != null && value != null) {
            int line = form.keyPlace("control").line();
            commands.add(new Scenario.Told(control, subject, at, value, line));
        }
    }

    private Scenario.@Nullable Moment moment(Form form, String key) {
        Yaml.Scalar scalar = form.scalar(key);
        Scenario.Moment moment = scalar == null ? null : times.moment(scalar.text());
        if (scalar != null && moment == null) {
            mistakes.add(scalar.place(), scalar.text() + " is neither an instant nor a day.");
        }
        return moment;
    }

    private @Nullable Harm harm(Yaml.@Nullable Scalar scalar) {
        if (scalar == null) {
            return null;
        }
        Matcher matcher = HARM.matcher(scalar.text());
        if (!matcher.matches()) {
            mistakes.add(scalar.place(), scalar.text() + " is not a harm.", "Write 59.98 EUR or 12 points.");
            return null;
        }
        return new Harm(new BigDecimal(matcher.group(1)), matcher.group(2));
    }
}
