package org.prevenance.language;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says in the words of playbooks what CEL's parser and checker found.
final class CelMessages {
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("_&&_", "&&"),
            Map.entry("_||_", "||"),
            Map.entry("!_", "!"),
            Map.entry("_?_:_", "?"),
            Map.entry("-_", "-"),
            Map.entry("@in", "in"),
            Map.entry("_[_]", "["));

    private CelMessages() {}

    /// `_>_` as written: `>`.
    static String operator(String function) {
        String known = OPERATORS.get(function);
        return known != null ? known : function.replace("_", "");
    }

    static String syntax(CelIssue issue) {
        String message = issue.getMessage().strip();
        Matcher extraneous = Pattern.compile("(?s).*(?:extraneous|mismatched) input '(.*?)' expecting.*")
                .matcher(message);
        if (extraneous.matches()) {
            String found = extraneous.group(1);
            return found.equals("<EOF>") ? "it ends too early" : found + " cannot stand here";
        }
        return message.replaceAll("\\s+", " ");
    }

    /// @return what is wrong, and a hint or null
    static List<@Nullable String> check(String message) {
        Matcher matcher = NO_OVERLOAD.matcher(message);
        List<@Nullable String> said = new ArrayList<>();
        if (!matcher.matches()) {
            said.add(message.replaceAll("\\s+", " "));
            said.add(null);
            return said;
        }
        String function = matcher.group(1);
        String applied = matcher.group(2).replaceAll("^\\(|\\)$", "").replaceFirst("^(\\w+)\\.\\((.*)$", "$1, $2");
        List<String> types = new ArrayList<>();
        for (String type : applied.split(",\\s*")) {
            types.add(Types.words(type));
        }
        said.add(
                Character.isLetter(function.charAt(0))
                        ? functionMistake(function, types)
                        : operatorMistake(function, types));
        said.add(hint(function, types));
        return said;
    }

    private static String functionMistake(String function, List<String> types) {
        String given = String.join(" and ", types);
        return (function.equals(CelLanguage.HAS) ? "has" : function) + "(…) does not take "
                + (given.isEmpty() ? "nothing" : given) + ".";
    }

    private static String operatorMistake(String function, List<String> types) {
        String operator = operator(function);
        return switch (function) {
            case "_&&_", "_||_", "!_" -> operator + " needs true or false, not " + String.join(" and ", types) + ".";
            case "_?_:_" ->
                "condition ? a : b needs true or false, then two values of one type, not " + String.join(", ", types)
                        + ".";
            case "_[_]" -> "[ ] is not part of the playbook language.";
            default -> operator + " cannot stand between " + String.join(" and ", types) + ".";
        };
    }

    private static @Nullable String hint(String function, List<String> types) {
        boolean number = types.contains("a whole number") || types.contains("a number");
        if (types.contains("money") && number) {
            return "Write an amount as money(\"10.00\"), or take the bare figure with amount(…).";
        }
        if (types.contains("a date") && types.contains("text")) {
            return "Write a day as date(\"2025-01-31\").";
        }
        if (types.contains("a date") && types.contains("a time")) {
            return "Take the day of a time with day(…).";
        }
        if (types.contains("a time") && number || types.contains("a date") && number) {
            return "Use days_since(…), plus_days(…) or elapsed(…).";
        }
        if (types.contains("money") && types.contains("text")) {
            return "Write an amount as money(\"10.00\").";
        }
        if (function.equals("_&&_") || function.equals("_||_")) {
            return "Compare the value with something, such as x > 0, or ask has(x).";
        }
        return null;
    }
}
