package org.prevenance.language;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Control;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Playbook;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal;
import org.prevenance.text.Checked;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.Vocabulary;

/// From playbook files to a [Program].
///
/// A file is read ([PlaybookReader]), its names are resolved and its expressions checked by CEL ([CheckedFormula]) and
/// compiled to closures ([Translator]), indicators first, each after those that it reads ([Compiler]).
public final class Playbooks {
    public static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Paris");

    private final Mistakes mistakes = new Mistakes();
    private final Vocabulary vocabulary;
    private final Symbols symbols;
    private final Subjects subjects;

    private Playbooks(Vocabulary vocabulary, Symbols symbols, Subjects subjects) {
        this.vocabulary = vocabulary;
        this.symbols = symbols;
        this.subjects = subjects;
    }

    /// The program that the files make together, or all their mistakes.
    ///
    /// @param files    in any order; the program is the same
    /// @param symbols  the table into which events' texts are read too
    /// @param subjects the table of the subjects that events name, with the vocabulary's kinds
    public static Checked<Program> compile(
            Vocabulary vocabulary, List<NamedText> files, Symbols symbols, Subjects subjects) {
        if (!subjects.kinds().equals(vocabulary.kinds())) {
            throw new IllegalArgumentException("The kinds of subject are not those of the vocabulary: "
                    + subjects.kinds() + ", not " + vocabulary.kinds());
        }
        return new Playbooks(vocabulary, symbols, subjects).compile(files);
    }

    private Checked<Program> compile(List<NamedText> files) {
        PlaybookReader reader = new PlaybookReader(vocabulary, mistakes);
        List<Declared.Playbook> declared = new ArrayList<>();
        for (NamedText file : files) {
            Declared.Playbook playbook = reader.read(file);
            if (playbook != null) {
                declared.add(playbook);
            }
        }
        declared.sort(Comparator.comparing(Declared.Playbook::name)
                .thenComparing(playbook -> playbook.file().file()));
        sameNames(declared);
        ZoneId zone = zone(declared);
        Ground ground = new Ground(vocabulary, symbols, subjects, new ZoneDays(zone), mistakes);
        Compiler compiler = new Compiler(ground, declared);
        compiler.compileAll();
        List<Signal> signals = signals(declared, ground, compiler);
        List<Control> controls = controls(declared, ground, compiler);
        List<Playbook> playbooks =
                declared.stream().map(one -> playbook(one, ground)).toList();
        if (!mistakes.isEmpty()) {
            return new Checked.Wrong<>(mistakes.sorted());
        }
        keepIds(compiler.indicators(), playbooks, ground.slotsRead());
        return new Checked.Right<>(new Program(
                vocabulary,
                zone,
                symbols,
                subjects,
                playbooks,
                compiler.indicators(),
                signals,
                controls,
                ground.slotsRead()));
    }

    private void sameNames(List<Declared.Playbook> playbooks) {
        for (int i = 1; i < playbooks.size(); i++) {
            Declared.Playbook before = playbooks.get(i - 1);
            if (playbooks.get(i).name().equals(before.name())) {
                mistakes.add(
                        playbooks.get(i).place(),
                        "The playbook " + before.name() + " is also in "
                                + before.file().file() + ".");
            }
        }
    }

    private ZoneId zone(List<Declared.Playbook> playbooks) {
        Yaml.Scalar first = null;
        ZoneId zone = USUAL_ZONE;
        for (Declared.Playbook playbook : playbooks) {
            Yaml.Scalar written = playbook.zone();
            if (written == null) {
                continue;
            }
            if (first == null) {
                first = written;
                zone = zone(written);
            } else if (!written.text().equals(first.text())) {
                mistakes.add(
                        written.place(),
                        "All playbooks that are loaded together share one zone; "
                                + first.place().in().file() + " says " + first.text() + ".");
            }
        }
        return zone;
    }

    private ZoneId zone(Yaml.Scalar written) {
        try {
            return ZoneId.of(written.text());
        } catch (DateTimeException _) {
            mistakes.unknown(
                    written.place(),
                    written.text() + " is not a time zone, such as Europe/Paris.",
                    written.text(),
                    ZoneId.getAvailableZoneIds());
            return USUAL_ZONE;
        }
    }

    private List<Signal> signals(List<Declared.Playbook> playbooks, Ground ground, Compiler compiler) {
        List<Signal> signals = new ArrayList<>();
        Map<String, Declared.Playbook> byName = new HashMap<>();
        for (Declared.Playbook playbook : playbooks) {
            SignalCompiler signalCompiler = new SignalCompiler(playbook, ground, compiler);
            for (Declared.Signal declared : playbook.signals()) {
                String name = playbook.pack() + "/" + declared.name();
                Declared.Playbook before = byName.putIfAbsent(name + " about " + playbook.about(), playbook);
                if (before != null) {
                    mistakes.add(
                            declared.place(),
                            "The signal " + name + " is also in "
                                    + before.file().file() + ".");
                }
                Signal signal = signalCompiler.compile(declared, signals.size());
                if (signal != null) {
                    signals.add(signal);
                }
            }
        }
        return signals;
    }

    private List<Control> controls(List<Declared.Playbook> playbooks, Ground ground, Compiler compiler) {
        List<Control> controls = new ArrayList<>();
        Map<String, Declared.Playbook> byName = new HashMap<>();
        for (Declared.Playbook playbook : playbooks) {
            ControlCompiler controlCompiler =
                    new ControlCompiler(playbook, ground, new SignalCompiler(playbook, ground, compiler));
            for (Declared.Control declared : playbook.controls()) {
                String name = playbook.pack() + "/" + declared.name();
                Declared.Playbook before = byName.putIfAbsent(name, playbook);
                if (before != null) {
                    mistakes.add(
                            declared.place(),
                            "The control " + name + " is also in "
                                    + before.file().file() + ".");
                }
                Control control = controlCompiler.compile(declared, controls.size());
                if (control != null) {
                    controls.add(control);
                }
            }
        }
        return controls;
    }

    private Playbook playbook(Declared.Playbook declared, Ground ground) {
        List<Playbook.Truth> truths = declared.truths().stream()
                .map(truth -> truth(declared, truth, ground))
                .toList();
        return new Playbook(
                declared.name(),
                declared.file().file(),
                declared.about(),
                declared.version(),
                declared.title().fr(),
                declared.title().en(),
                truths);
    }

    private Playbook.Truth truth(Declared.Playbook playbook, Declared.Truth declared, Ground ground) {
        List<Fold.Feed> feeds = new ArrayList<>();
        Names names = new Names(_ -> null, Map.of(), new EventFields(declared.types(), vocabulary), null);
        Formula where = declared.where();
        CheckedFormula checked = where == null ? null : CheckedFormula.check(where, names, mistakes);
        for (EventType type : declared.types()) {
            feeds.add(new Fold.Feed(
                    type.ordinal(),
                    condition(checked, type, ground),
                    null,
                    List.of(),
                    null,
                    false,
                    -1,
                    null,
                    List.of(),
                    null));
        }
        List<String> confirms = declared.confirms() != null
                ? declared.confirms()
                : playbook.signals().stream().map(Declared.Signal::name).toList();
        return new Playbook.Truth(
                declared.name(),
                feeds,
                declared.as(),
                declared.within(),
                confirms.stream().map(signal -> playbook.pack() + "/" + signal).toList(),
                declared.place().line());
    }

    private @Nullable Expr condition(@Nullable CheckedFormula checked, EventType type, Ground ground) {
        if (checked == null) {
            return null;
        }
        Node node = Translator.translate(checked, ground, new Usage(), type, false);
        if (node.kind() != Kind.BOOL) {
            mistakes.add(
                    checked.formula().place(), "where must be true or false, not " + Types.words(node.type()) + ".");
        }
        return node.code();
    }

    /// Adds to the slots that are read those that say whom an event concerns.
    private void keepIds(List<Indicator> indicators, List<Playbook> playbooks, List<BitSet> slotsRead) {
        BitSet fed = new BitSet();
        for (Playbook playbook : playbooks) {
            playbook.truths().forEach(truth -> truth.feeds().forEach(feed -> fed.set(feed.type())));
        }
        for (Indicator indicator : indicators) {
            if (indicator.source() instanceof Indicator.Folded(Fold fold)) {
                fold.feeds().forEach(feed -> fed.set(feed.type()));
                fold.joins().forEach(join -> fed.set(join.type()));
            }
        }
        for (EventType type : vocabulary.types()) {
            boolean matters = fed.get(type.ordinal()) || type.endsLinkTo() >= 0;
            for (Field field : type.idFields()) {
                if (matters || field.link()) {
                    slotsRead.get(type.ordinal()).set(field.slot());
                }
            }
        }
    }
}
