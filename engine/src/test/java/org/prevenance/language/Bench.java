package org.prevenance.language;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Scope;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.text.Mistake;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// A work bench for one expression at a time: names with types and values, and what the expression makes of them.
final class Bench implements Scope {
    static final Vocabulary VOCABULARY =
            VocabularyReader.read(List.of(new NamedText("bench.yaml", """
                    pack: bench
                    kinds: {contract: {}, point: {}}
                    purposes: {contract: {basis: contract}}
                    types:
                      bill.issued:
                        about: contract
                        purpose: contract
                        sensitivity: personal
                        fields:
                          amount: {type: money}
                          kwh: {type: number, unit: kwh}
                          products: {type: texts}
                          pointId: {type: id}
                          from: {type: date}
                    """))).orThrow();
    static final EventType BILL = VOCABULARY.types().getFirst();

    final Symbols symbols = new Symbols();
    final Subjects subjects = new Subjects(VOCABULARY.kinds());
    final Event event = new Event();
    final Usage usage = new Usage();
    long now;
    long today;
    int currency = -1;
    private final Map<String, Reference> references = new HashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<Integer, Long> values = new HashMap<>();

    Bench() {
        event.clear(BILL);
    }

    Bench with(String name, ValueType type, long raw) {
        int ordinal = lines.computeIfAbsent(name, _ -> lines.size());
        references.put(name, new Reference.OfIndicator(ordinal, type));
        values.put(ordinal, raw);
        return this;
    }

    Bench with(String name, Kind kind, long raw) {
        return with(name, ValueType.of(kind), raw);
    }

    Node compile(String expression) {
        Mistakes mistakes = new Mistakes();
        Node node = compile(expression, mistakes);
        if (node == null || !mistakes.isEmpty()) {
            throw new AssertionError(mistakes.sorted().toString());
        }
        return node;
    }

    long eval(String expression) {
        return compile(expression).code().eval(this);
    }

    /// What is wrong with the expression, without place.
    List<String> wrong(String expression) {
        Mistakes mistakes = new Mistakes();
        compile(expression, mistakes);
        return mistakes.sorted().stream().map(Mistake::what).toList();
    }

    private @Nullable Node compile(String expression, Mistakes mistakes) {
        NamedText file = new NamedText("bench.yaml", "it: |\n  " + expression + "\n");
        Yaml.Mapping mapping = YamlReader.read(file, mistakes);
        if (mapping == null || !(mapping.get("it") instanceof Yaml.Scalar scalar)) {
            throw new AssertionError("Not YAML: " + expression);
        }
        Formula formula = Formula.parse(scalar, mistakes);
        Names names = new Names(references::get, lines, new EventFields(List.of(BILL), VOCABULARY), null);
        CheckedFormula checked = formula == null ? null : CheckedFormula.check(formula, names, mistakes);
        Ground ground = new Ground(VOCABULARY, symbols, subjects, new ZoneDays(ZoneId.of("Europe/Paris")), mistakes);
        return checked == null ? null : Translator.translate(checked, ground, usage, BILL, true);
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public long indicator(int ordinal) {
        return values.getOrDefault(ordinal, Raw.ABSENT);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long today() {
        return today;
    }

    @Override
    public int currency() {
        return currency;
    }
}
