package org.prevenance.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Mistakes;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;

/// A parsed expression, which knows where each of its parts stands in the file.
///
/// @param scalar the YAML value that holds it
/// @param base   where it begins in the scalar's text
/// @param text   the expression as written
record Formula(Yaml.Scalar scalar, int base, String text, CelAbstractSyntaxTree ast) {

    /// The expression that a whole scalar holds; null, with the reason added to `mistakes`, where it cannot be parsed.
    static @Nullable Formula parse(Yaml.Scalar scalar, Mistakes mistakes) {
        return parse(scalar, 0, scalar.text(), mistakes);
    }

    static @Nullable Formula parse(Yaml.Scalar scalar, int base, String text, Mistakes mistakes) {
        if (text.isBlank()) {
            mistakes.add(scalar.at(base, base), "An expression is missing here.");
            return null;
        }
        CelValidationResult result = CelLanguage.COMPILER.parse(text);
        try {
            return new Formula(scalar, base, text, result.getAst());
        } catch (CelValidationException _) {
            if (result.getErrors().isEmpty()) {
                mistakes.add(scalar.at(base, base + text.length()), "This is not an expression.");
            } else {
                syntaxError(result.getErrors().getFirst(), scalar, base, text, mistakes);
            }
            return null;
        }
    }

    private static void syntaxError(CelIssue issue, Yaml.Scalar scalar, int base, String text, Mistakes mistakes) {
        int line = issue.getSourceLocation().getLine();
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        int end = text.length();
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        int at = Math.min(end, text.offsetByCodePoints(offset, Math.min(column, text.codePointCount(offset, end))));
        mistakes.add(
                scalar.at(base + at, base + at + 1), "This is not an expression: " + CelMessages.syntax(issue) + ".");
    }

    CelExpr root() {
        return ast.getExpr();
    }

    /// Where a part of the expression should be shown as wrong: its name, its operator, or its literal.
    Place place(CelExpr expr) {
        int at = offset(expr);
        return switch (expr.getKind()) {
            case IDENT -> at(at, at + expr.ident().name().length());
            case SELECT -> at(start(expr), selectEnd(expr, at));
            case CALL -> call(expr.call().function(), at);
            case CONSTANT -> at(at, literalEnd(at));
            default -> at(at, at + 1);
        };
    }

    /// The place of the whole expression.
    Place place() {
        return at(0, text.length());
    }

    private Place at(int start, int end) {
        return scalar.at(base + start, base + end);
    }

    private int offset(CelExpr expr) {
        Integer position = ast.getSource().getPositionsMap().get(expr.id());
        int points = position == null ? 0 : Math.min(position, text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, points);
    }

    private int start(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? start(expr.select().operand())
                : offset(expr);
    }

    private int selectEnd(CelExpr expr, int at) {
        String field = expr.select().field();
        int found = text.indexOf(field, at);
        return found < 0 ? at + 1 : found + field.length();
    }

    private Place call(String function, int at) {
        if (!Character.isLetter(function.charAt(0))) {
            String operator = CelMessages.operator(function);
            return at(at, at + operator.length());
        }
        int before = text.lastIndexOf(function, at);
        int found = before >= 0 && before + function.length() >= at - 1 ? before : text.indexOf(function, at);
        return found < 0 ? at(at, at + 1) : at(found, found + function.length());
    }

    private int literalEnd(int at) {
        char first = text.charAt(Math.min(at, text.length() - 1));
        int end = at + 1;
        if (first == '"' || first == '\'') {
            while (end < text.length() && text.charAt(end) != first) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 1);
        }
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }
}
