package org.prevenance.wording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.prevenance.wording.Token.Kind;

/// Cuts a text into words, numbers and signs, in one pass.
///
/// Numbers are read in French and English notation: `5 000`, `5,000`, `29,99`, `29.99`. Where three figures follow one
/// comma or point they are thousands, unless a 0 stands before it.
final class Tokens {
    private static final Set<String> ORDINAL_ENDINGS = Set.of("er", "ere", "re", "st", "nd", "rd", "th", "e", "eme");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        while (tokens.at < text.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (isDigit(at)) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            sign(c);
        }
    }

    private void add(Kind kind, String word, double number, int start) {
        tokens.add(new Token(kind, word, number, start, at));
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isLetter(int index) {
        return index < text.length() && Character.isLetter(text.charAt(index));
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\n';
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    // ---- numbers ----

    private void number() {
        int start = at;
        if (date(start) || clock(start)) {
            return;
        }
        int end = digits(start);
        StringBuilder figure = new StringBuilder(text.substring(start, end));
        boolean mayGroup = figure.length() <= 3 && figure.charAt(0) != '0';
        while (mayGroup && isGroup(end)) {
            figure.append(text, end + 1, end + 4);
            end += 4;
        }
        char mark = charAt(end);
        if ((mark == ',' || mark == '.') && isDigit(end + 1)) {
            int to = digits(end + 1);
            if (!(charAt(to) == mark && isDigit(to + 1))) {
                figure.append('.').append(text, end + 1, to);
                end = to;
            }
        }
        at = end;
        double value = Double.parseDouble(figure.toString());
        if (isLetter(at) && ordinal(start, value)) {
            return;
        }
        add(Kind.NUMBER, figure.toString(), value, start);
    }

    /// Whether a separator and exactly three figures follow.
    private boolean isGroup(int index) {
        char mark = charAt(index);
        boolean separates = mark == ' ' || mark == '\u00a0' || mark == '\u202f' || mark == ',' || mark == '.';
        return separates && digits(index + 1) == index + 4;
    }

    /// `1er`, `2nd`; also names such as `5G`, which are words.
    private boolean ordinal(int start, double value) {
        int end = at;
        while (isLetter(end)) {
            end++;
        }
        String tail = Folding.fold(text.substring(at, end));
        if (ORDINAL_ENDINGS.contains(tail)) {
            at = end;
            add(Kind.ORDINAL, tail, value, start);
            return true;
        }
        if (tail.equals("g") && value < 10) {
            at = end;
            add(Kind.WORD, (int) value + "g", 0, start);
            return true;
        }
        return false;
    }

    private boolean date(int start) {
        int first = digits(start);
        char mark = charAt(first);
        if ((mark != '/' && mark != '-' && mark != '.') || !isDigit(first + 1)) {
            return false;
        }
        int second = digits(first + 1);
        if (charAt(second) != mark || !isDigit(second + 1)) {
            return false;
        }
        int third = digits(second + 1);
        int a = figure(start, first);
        int month = figure(first + 1, second);
        int b = figure(second + 1, third);
        boolean yearFirst = first - start == 4 && third - second - 1 <= 2;
        boolean yearLast = first - start <= 2 && (third - second - 1 == 4 || third - second - 1 == 2);
        if (!yearFirst && !yearLast) {
            return false;
        }
        int year = yearFirst ? a : b < 100 ? 2000 + b : b;
        try {
            at = third;
            add(Kind.DATE, "", LocalDate.of(year, month, yearFirst ? b : a).toEpochDay(), start);
            return true;
        } catch (DateTimeException _) {
            at = start; // 99/99/2025 is no date
            return false;
        }
    }

    private boolean clock(int start) {
        int end = digits(start);
        boolean shape = end - start <= 2 && charAt(end) == ':' && digits(end + 1) == end + 3;
        if (!shape || figure(start, end) > 24 || figure(end + 1, end + 3) > 59) {
            return false;
        }
        at = end + 3;
        add(Kind.CLOCK, "", figure(start, end) * 60.0 + figure(end + 1, end + 3), start);
        return true;
    }

    /// The whole number between two places; at most nine figures are read.
    private int figure(int from, int to) {
        return to - from > 9 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(from, to));
    }

    // ---- words and signs ----

    private void word() {
        int start = at;
        if (link()) {
            return;
        }
        int end = at;
        while (isLetter(end)) {
            end++;
        }
        boolean dotted = end - start == 1 && charAt(end) == '.' && charAt(end + 2) == '.' && isLetter(end + 1);
        if (dotted && charAt(end + 1) == 'm' && (text.charAt(start) == 'a' || text.charAt(start) == 'p')) {
            at = end + 3;
            add(Kind.WORD, text.charAt(start) + "m", 0, start);
            return;
        }
        at = end;
        String word = Folding.fold(text.substring(start, end));
        boolean terabytes = word.equals("to") && text.charAt(start) == 'T' && text.charAt(start + 1) == 'o';
        if (isApostrophe(at) && charAt(at + 1) == 't' && !isLetter(at + 2) && word.endsWith("n")) {
            String verb =
                    word.equals("won") ? "will" : word.equals("can") ? "can" : word.substring(0, word.length() - 1);
            add(Kind.WORD, verb, 0, start);
            at += 2;
            add(Kind.WORD, "not", 0, end);
            return;
        }
        boolean afterNumber = !tokens.isEmpty() && tokens.getLast().kind() == Kind.NUMBER;
        add(Kind.WORD, terabytes && afterNumber ? "tb" : word, 0, start);
        if (word.equals("cannot")) {
            add(Kind.WORD, "not", 0, start);
        }
    }

    private boolean isApostrophe(int index) {
        return charAt(index) == '\'' || charAt(index) == '\u2019';
    }

    private boolean link() {
        if (!text.startsWith("http", at) && !text.startsWith("www.", at)) {
            return false;
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        add(Kind.LINK, "", 0, start);
        return true;
    }

    private void sign(char c) {
        int start = at++;
        switch (c) {
            case '.', '!', '?', ';', '\n', '…' -> add(Kind.END, "", 0, start);
            case ',', ':', '(', ')', '–', '—', '«', '»', '"', '“', '”', '•' ->
                add(Kind.PAUSE, String.valueOf(c), 0, start);
            case '€', '£', '$', '%', '/', '+', '°', '-' -> add(Kind.SIGN, String.valueOf(c), 0, start);
            default -> {}
        }
    }
}
