package org.prevenance.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.Scope;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Program;
import org.prevenance.playbook.Signal.Sentence;
import org.prevenance.playbook.Signal.Sentence.Hole;
import org.prevenance.playbook.Signal.Sentence.Part;
import org.prevenance.playbook.Signal.Sentence.Text;

/// The sentences of playbooks and the values in them, as people read them in French and English.
public final class Sentences {
    /// The unit of texts that hold a sentence in French and one in English, with [Raw#ITEM_SEPARATOR] between.
    public static final String TOLD = "told";

    private final Program program;
    private final Words french;
    private final Words english;

    public Sentences(Program program) {
        this.program = program;
        french = new Words(Language.FRENCH, program.zone());
        english = new Words(Language.ENGLISH, program.zone());
    }

    /// The sentence with its holes filled from the scope.
    public String tell(Sentence sentence, Scope scope, Language language) {
        StringBuilder told = new StringBuilder();
        for (Part part : sentence.parts()) {
            switch (part) {
                case Text(String text) -> told.append(text);
                case Hole(var expr, ValueType type) ->
                    told.append(format(expr.eval(scope), type, scope.currency(), language));
            }
        }
        return told.toString();
    }

    /// A raw value in words; a dash where there is none.
    public String format(long raw, ValueType type, int currency, Language language) {
        if (raw == Raw.ABSENT) {
            return "—";
        }
        Words words = language == Language.FRENCH ? french : english;
        return switch (type.kind()) {
            case WHOLE -> words.quantity(BigDecimal.valueOf(raw), type.unit());
            case NUMBER -> words.quantity(rounded(Numbers.of(raw)), type.unit());
            case MONEY -> words.money(BigDecimal.valueOf(raw, 6), currencyCode(type, currency));
            case DATE -> words.date(LocalDate.ofEpochDay(raw));
            case TIME -> words.time(ZoneDays.instant(raw));
            case BOOL -> raw == 1 ? words.pick("oui", "yes") : words.pick("non", "no");
            case TEXT -> text(program.symbols().text(raw), type.unit(), language);
            case TEXTS -> program.symbols().text(raw).replace(String.valueOf(Raw.ITEM_SEPARATOR), ", ");
            case ID -> program.subjects().id((int) raw);
        };
    }

    /// A text; of one that is told in both languages, that of the reader.
    private static String text(String text, @Nullable String unit, Language language) {
        int apart = TOLD.equals(unit) ? text.indexOf(Raw.ITEM_SEPARATOR) : -1;
        return apart < 0 ? text : language.pick(text.substring(0, apart), text.substring(apart + 1));
    }

    private String currencyCode(ValueType type, int currency) {
        String unit = type.unit();
        return currency >= 0 ? program.symbols().text(currency) : unit == null ? "" : unit;
    }

    private static BigDecimal rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3;
        BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
