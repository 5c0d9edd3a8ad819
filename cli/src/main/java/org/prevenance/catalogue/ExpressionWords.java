package org.prevenance.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An expression of the playbook language as people read it: `late >= 2 && has(paid)` becomes *Late bills* at least 2,
/// and *Paid* known. What it does not know it shows as written.
final class ExpressionWords {
    /// An indicator that another playbook keeps: `channels/holders.in_force`.
    private static final Pattern OF_A_PLAYBOOK = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*\\.\\w+");

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    /// Functions whose words have no end of their own: what is computed with them would seem to belong to them.
    private static final Set<String> PHRASES = Set.of(
            "elapsed",
            "days_since",
            "days_between",
            "seconds_between",
            "plus_days",
            "month",
            "at",
            "min",
            "max",
            "size");

    private final Tongue tongue;
    /// What stands for a name that is read: an indicator's title, or a field in code.
    private final UnaryOperator<String> names;
    private List<String> tokens = List.of();
    private int at;

    ExpressionWords(Tongue tongue, UnaryOperator<String> names) {
        this.tongue = tongue;
        this.names = names;
    }

    String of(String expression) {
        if (OF_A_PLAYBOOK.matcher(expression).matches()) {
            return "`" + expression + "`";
        }
        tokens = tokens(expression);
        at = 0;
        StringBuilder words = new StringBuilder();
        while (at < tokens.size()) {
            join(words, next());
        }
        return words.toString();
    }

    private static void join(StringBuilder words, String word) {
        boolean tight =
                words.isEmpty() || word.startsWith(",") || word.equals(")") || words.charAt(words.length() - 1) == '(';
        words.append(tight ? "" : " ").append(word);
    }

    /// The words of what begins here, up to the end of a call.
    private String next() {
        String token = tokens.get(at++);
        if (token.equals("!")
                && at + 1 < tokens.size()
                && tokens.get(at).equals("has")
                && tokens.get(at + 1).equals("(")) {
            at++;
            return tongue.say("no ", "pas de ") + String.join(", ", arguments());
        }
        boolean call = at < tokens.size() && tokens.get(at).equals("(") && isName(token);
        if (call) {
            boolean after = at > 1 && ARITHMETIC.contains(tokens.get(at - 2));
            String words = call(token);
            boolean before = at < tokens.size() && ARITHMETIC.contains(tokens.get(at));
            return PHRASES.contains(token) && (after || before) ? "(" + words + ")" : words;
        }
        return isName(token) ? name(token) : Character.isDigit(token.charAt(0)) ? grouped(token) : operator(token);
    }

    /// A number as written, with its thousands apart.
    private String grouped(String number) {
        boolean whole = number.chars().allMatch(Character::isDigit);
        if (!whole || number.length() < 5 || number.length() > 18) {
            return number;
        }
        String grouped = String.format(Locale.ROOT, "%,d", Long.parseLong(number));
        return tongue.say(grouped, grouped.replace(',', '\u202f'));
    }

    private static boolean isName(String token) {
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
    }

    private List<String> arguments() {
        at++; // the opening bracket
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        while (at < tokens.size() && !tokens.get(at).equals(")")) {
            if (tokens.get(at).equals(",")) {
                at++;
                arguments.add(argument.toString());
                argument.setLength(0);
            } else if (tokens.get(at).equals("(")) {
                List<String> inner = arguments();
                join(argument, "(" + String.join(", ", inner) + ")");
            } else {
                join(argument, next());
            }
        }
        at++;
        arguments.add(argument.toString());
        return arguments;
    }

    private String call(String function) {
        List<String> arguments = arguments();
        String all = String.join(", ", arguments);
        return switch (function) {
            case "has" -> all + tongue.say(" known", " connu");
            case "day", "plain", "amount" -> together(all);
            case "money", "date", "time" -> all.replace("\"", "");
            case "elapsed" -> tongue.say("the seconds since ", "les secondes depuis ") + all;
            case "days_since" -> tongue.say("the days since ", "les jours depuis ") + all;
            case "days_between" ->
                tongue.say("the days from ", "les jours de ") + String.join(tongue.say(" to ", " à "), arguments);
            case "seconds_between" ->
                tongue.say("the seconds from ", "les secondes de ") + String.join(tongue.say(" to ", " à "), arguments);
            case "plus_days" ->
                (arguments.getLast().equals("1")
                                ? tongue.say("the day after ", "le lendemain de ")
                                : arguments.getLast() + tongue.say(" days after ", " jours après "))
                        + arguments.getFirst();
            case "month" -> tongue.say("the month of ", "le mois de ") + all;
            case "at" -> arguments.getFirst() + tongue.say(" for ", " pour ") + arguments.getLast();
            case "min" -> tongue.say("the smaller of ", "le plus petit de ") + all;
            case "max" -> tongue.say("the larger of ", "le plus grand de ") + all;
            case "size" -> tongue.say("the size of ", "la taille de ") + all;
            default -> names.apply(function) + "(" + all + ")";
        };
    }

    /// What a function held together stays so where its name is not shown.
    private static String together(String words) {
        boolean several = Stream.of(" + ", " − ", " × ", " / ", " % ").anyMatch(words::contains);
        return several ? "(" + words + ")" : words;
    }

    private String name(String token) {
        return switch (token) {
            case "true" -> tongue.say("true", "vrai");
            case "false" -> tongue.say("false", "faux");
            case "today" -> tongue.say("today", "aujourd'hui");
            case "now" -> tongue.say("now", "maintenant");
            case "in" -> tongue.say("among", "parmi");
            default -> names.apply(token);
        };
    }

    private String operator(String token) {
        return switch (token) {
            case "&&" -> tongue.say(", and", ", et");
            case "||" -> tongue.say(", or", ", ou");
            case ">=" -> tongue.say("at least", "au moins");
            case "<=" -> tongue.say("at most", "au plus");
            case ">" -> tongue.say("more than", "plus de");
            case "<" -> tongue.say("less than", "moins de");
            case "==" -> tongue.say("is", "est");
            case "!=" -> tongue.say("is not", "n'est pas");
            case "!" -> tongue.say("not", "non");
            case "*" -> "×";
            case "-" -> "−";
            case "?" -> tongue.say(", then", ", alors");
            case ":" -> tongue.say(", else", ", sinon");
            default -> token;
        };
    }

    private static final Map<Character, String> DOUBLE =
            Map.of('&', "&", '|', "|", '>', "=", '<', "=", '=', "=", '!', "=");

    /// Names (with dots), numbers, quoted texts and operators.
    static List<String> tokens(String expression) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < expression.length()) {
            int start = i;
            char c = expression.charAt(i++);
            if (Character.isWhitespace(c)) {
                continue;
            }
            if (Character.isLetterOrDigit(c) || c == '_') {
                while (i < expression.length()
                        && (Character.isLetterOrDigit(expression.charAt(i))
                                || "_.".indexOf(expression.charAt(i)) >= 0)) {
                    i++;
                }
            } else if (c == '"' || c == '\'') {
                int end = expression.indexOf(c, i);
                i = end < 0 ? expression.length() : end + 1;
            } else if (i < expression.length() && DOUBLE.getOrDefault(c, "").indexOf(expression.charAt(i)) >= 0) {
                i++;
            }
            tokens.add(expression.substring(start, i));
        }
        return tokens;
    }
}
