package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.expression.Expr;

/// Operations on texts and lists of texts, which are held as symbols.
final class Texts {
    private static final String SEPARATOR = String.valueOf(Raw.ITEM_SEPARATOR);
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS_AT_END = Pattern.compile("[ .,;:!?\u2026]+$");

    private final Symbols symbols;

    Texts(Symbols symbols) {
        this.symbols = symbols;
    }

    Expr test(String function, Expr text, Expr part) {
        return scope -> {
            long x = text.eval(scope);
            long y = x == ABSENT ? ABSENT : part.eval(scope);
            return y == ABSENT ? ABSENT : test(function, symbols.text(x), symbols.text(y)) ? 1 : 0;
        };
    }

    private static boolean test(String function, String text, String part) {
        return switch (function) {
            case "contains" -> text.contains(part);
            case "startsWith" -> text.startsWith(part);
            case "endsWith" -> text.endsWith(part);
            default -> throw new IllegalArgumentException("No such test: " + function);
        };
    }

    /// How many characters.
    Expr length(Expr text) {
        return scope -> {
            long x = text.eval(scope);
            return x == ABSENT ? ABSENT : characters(symbols.text(x));
        };
    }

    private static long characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /// How many items.
    Expr size(Expr list) {
        return scope -> {
            long x = list.eval(scope);
            return x == ABSENT ? ABSENT : items(symbols.text(x));
        };
    }

    private static long items(String list) {
        if (list.isEmpty()) {
            return 0;
        }
        int items = 1;
        for (int i = 0; i < list.length(); i++) {
            if (list.charAt(i) == Raw.ITEM_SEPARATOR) {
                items++;
            }
        }
        return items;
    }

    /// A text, or each item of a list, as it reads without its typography: in small letters, with single spaces and
    /// straight apostrophes, without marks at its end.
    Expr normal(Expr text) {
        return scope -> {
            long x = text.eval(scope);
            return x == ABSENT ? ABSENT : symbols.of(changed(symbols.text(x), Texts::normal));
        };
    }

    private static String normal(String text) {
        String straight = text.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
        return MARKS_AT_END
                .matcher(SPACES.matcher(straight).replaceAll(" ").strip())
                .replaceAll("");
    }

    /// The items in the order of their characters.
    Expr sorted(Expr list) {
        return scope -> {
            long x = list.eval(scope);
            return x == ABSENT ? ABSENT : symbols.of(sorted(symbols.text(x)));
        };
    }

    private static String sorted(String list) {
        String[] items = list.split(SEPARATOR, -1);
        Arrays.sort(items);
        return String.join(SEPARATOR, items);
    }

    private static String changed(String list, UnaryOperator<String> change) {
        return Arrays.stream(list.split(SEPARATOR, -1)).map(change).collect(Collectors.joining(SEPARATOR));
    }

    Expr holds(Expr list, Expr item) {
        return scope -> {
            long x = list.eval(scope);
            long y = x == ABSENT ? ABSENT : item.eval(scope);
            return y == ABSENT ? ABSENT : holds(symbols.text(x), symbols.text(y), 0, length(y)) ? 1 : 0;
        };
    }

    private int length(long symbol) {
        return symbols.text(symbol).length();
    }

    /// A list of the text and all others: those that have a value, lists item by item.
    Expr listed(Expr text, List<Expr> others) {
        return scope -> {
            long x = text.eval(scope);
            if (x == ABSENT) {
                return ABSENT;
            }
            StringBuilder list = new StringBuilder(symbols.text(x).replace(Raw.ITEM_SEPARATOR, ' '));
            for (Expr other : others) {
                long y = other.eval(scope);
                if (y != ABSENT) {
                    list.append(Raw.ITEM_SEPARATOR).append(symbols.text(y));
                }
            }
            return symbols.of(list.toString());
        };
    }

    Expr overlaps(Expr left, Expr right) {
        return scope -> {
            long x = left.eval(scope);
            long y = x == ABSENT ? ABSENT : right.eval(scope);
            return y == ABSENT ? ABSENT : overlaps(symbols.text(x), symbols.text(y)) ? 1 : 0;
        };
    }

    private static boolean overlaps(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        int start = 0;
        while (start <= right.length()) {
            int end = end(right, start);
            if (holds(left, right, start, end)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /// Whether an item of the list is the characters `from` until before `to` of `text`.
    private static boolean holds(String list, String text, int from, int to) {
        if (list.isEmpty()) {
            return false;
        }
        int start = 0;
        while (start <= list.length()) {
            int end = end(list, start);
            if (end - start == to - from && list.regionMatches(start, text, from, to - from)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static int end(String list, int start) {
        int end = list.indexOf(Raw.ITEM_SEPARATOR, start);
        return end < 0 ? list.length() : end;
    }

    static Expr among(Expr value, long[] raws) {
        long[] sorted = raws.clone();
        Arrays.sort(sorted);
        return scope -> {
            long x = value.eval(scope);
            return x == ABSENT ? ABSENT : Arrays.binarySearch(sorted, x) >= 0 ? 1 : 0;
        };
    }

    /// Whether a subject has the bare id that a text gives.
    Expr idIs(Expr subject, Expr text, Subjects subjects, boolean equal) {
        return scope -> {
            long x = subject.eval(scope);
            long y = x == ABSENT ? ABSENT : text.eval(scope);
            if (y == ABSENT) {
                return ABSENT;
            }
            return subjects.id((int) x).equals(symbols.text(y)) == equal ? 1 : 0;
        };
    }
}
