package org.prevenance.language;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Nearest;

/// An expression that CEL's checker found right, with what each name in it stands for.
///
/// @param root       as CEL parsed it, each name replaced by a variable of its type
/// @param references what stands for what, by the number of the part
record CheckedFormula(Formula formula, CelExpr root, Map<Long, Reference> references) {

    /// Null, with the reasons added to `mistakes`, where a name is unknown or types do not fit.
    static @Nullable CheckedFormula check(Formula formula, Names names, Mistakes mistakes) {
        return new Check(formula, names, mistakes).run();
    }

    private static final class Check {
        private final Formula formula;
        private final Names names;
        private final Mistakes mistakes;
        private final Map<Long, Reference> references = new HashMap<>();
        private final Map<Long, CelExpr> parts = new HashMap<>();
        private boolean wrong;

        Check(Formula formula, Names names, Mistakes mistakes) {
            this.formula = formula;
            this.names = names;
            this.mistakes = mistakes;
        }

        @Nullable
        CheckedFormula run() {
            CelExpr root = resolved(formula.root());
            if (wrong) {
                return null;
            }
            if (root.getKind() == CelExpr.ExprKind.Kind.IDENT || root.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
                return new CheckedFormula(formula, root, references); // one name or literal has its type and no more
            }
            CelAbstractSyntaxTree parsed =
                    CelAbstractSyntaxTree.newParsedAst(root, formula.ast().getSource());
            CelValidationResult result = CelLanguage.COMPILER.check(parsed);
            try {
                return new CheckedFormula(formula, result.getAst().getExpr(), references);
            } catch (CelValidationException _) {
                result.getErrors().forEach(this::report);
                return null;
            }
        }

        private void report(CelIssue issue) {
            CelExpr part = parts.getOrDefault(issue.getExprId(), formula.root());
            List<@Nullable String> said = CelMessages.check(issue.getMessage());
            mistakes.add(formula.place(part), String.valueOf(said.getFirst()), said.getLast());
        }

        /// The expression with each name replaced by a variable of its type.
        private CelExpr resolved(CelExpr expr) {
            parts.put(expr.id(), expr);
            return switch (expr.getKind()) {
                case IDENT, SELECT -> name(expr);
                case CALL -> call(expr);
                case LIST ->
                    CelExpr.ofList(
                            expr.id(),
                            expr.list().elements().stream().map(this::resolved).collect(toImmutable()),
                            expr.list().optionalIndices());
                case CONSTANT -> constant(expr);
                default -> refuse(expr, "This is not part of the playbook language.", null);
            };
        }

        private static <T> Collector<T, ?, ImmutableList<T>> toImmutable() {
            return ImmutableList.toImmutableList();
        }

        private CelExpr constant(CelExpr expr) {
            return switch (expr.constant().getKind()) {
                case BOOLEAN_VALUE, INT64_VALUE, DOUBLE_VALUE, STRING_VALUE -> expr;
                case NULL_VALUE -> refuse(expr, "null is not part of the playbook language.", "Ask has(x) instead.");
                default -> refuse(expr, "Only numbers, texts, true and false can be written out.", null);
            };
        }

        private CelExpr call(CelExpr expr) {
            CelExpr.CelCall call = expr.call();
            if (!CelLanguage.declares(call.function())) {
                return unknownFunction(expr);
            }
            if (call.function().equals(CelLanguage.AT) && call.args().size() == 2) {
                return at(expr, call.args().getFirst(), call.args().getLast());
            }
            List<CelExpr> arguments = new ArrayList<>();
            for (CelExpr argument : call.args()) {
                arguments.add(resolved(argument));
            }
            String function = call.function().equals("has") ? CelLanguage.HAS : call.function();
            return CelExpr.ofCall(
                    expr.id(), call.target().map(this::resolved), function, ImmutableList.copyOf(arguments));
        }

        /// A table read at a key: to CEL a call with a value of the table's type.
        private CelExpr at(CelExpr expr, CelExpr table, CelExpr key) {
            String name = Names.dotted(table);
            Reference reference = name == null ? null : names.find(name);
            if (!(reference instanceof Reference.OfTable)) {
                return name != null && reference == null
                        ? name(table)
                        : refuse(
                                table,
                                "at(…) takes an indicator that has a value for each key, and then the key.",
                                "Leave take: out where the indicator is declared.");
            }
            references.put(table.id(), reference);
            CelExpr value =
                    CelExpr.ofIdent(table.id(), Types.variable(reference.type().kind()));
            return CelExpr.ofCall(expr.id(), Optional.empty(), CelLanguage.AT, ImmutableList.of(value, resolved(key)));
        }

        private CelExpr unknownFunction(CelExpr expr) {
            String function = expr.call().function();
            String what = Character.isLetter(function.charAt(0))
                    ? function + "(…) is not a function of the playbook language."
                    : CelMessages.operator(function) + " is not part of the playbook language.";
            String near = Nearest.to(function, CelLanguage.functions());
            boolean loops =
                    List.of("all", "exists", "exists_one", "map", "filter").contains(function);
            String hint = loops
                    ? "Lists are tested with in, overlaps(…) and size(…)."
                    : near == null ? null : "Maybe write " + near + "(…).";
            return refuse(expr, what, hint);
        }

        private CelExpr name(CelExpr expr) {
            String name = Names.dotted(expr);
            if (name == null) {
                return refuse(expr, "Fields can only be read of an event, as event.amount.", null);
            }
            Reference reference = names.find(name);
            if (reference == null) {
                String unknown = names.unknown(name);
                return unknown.isEmpty() ? refused(expr) : refuse(expr, unknown, names.hint(name));
            }
            if (reference instanceof Reference.OfTable) {
                return refuse(expr, name + " has a value for each key of its by, not one.", Reference.OfTable.HINT);
            }
            references.put(expr.id(), reference);
            return CelExpr.ofIdent(expr.id(), Types.variable(reference.type().kind()));
        }

        private CelExpr refuse(CelExpr expr, String what, @Nullable String hint) {
            mistakes.add(formula.place(expr), what, hint);
            return refused(expr);
        }

        private CelExpr refused(CelExpr expr) {
            wrong = true;
            return CelExpr.ofConstant(expr.id(), CelConstant.ofValue(true));
        }
    }
}
