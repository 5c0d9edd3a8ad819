package org.prevenance.wording;

import java.util.List;
import java.util.Set;

/// The tokens of a text, to be looked at from any place in it: beyond both ends stands nothing.
record Passage(List<Token> tokens) {
    boolean has(int at) {
        return at >= 0 && at < tokens.size();
    }

    Token token(int at) {
        return tokens.get(at);
    }

    String word(int at) {
        return has(at) ? tokens.get(at).text() : "";
    }

    boolean isNumber(int at) {
        return is(at, Token.Kind.NUMBER);
    }

    boolean is(int at, Token.Kind kind) {
        return has(at) && tokens.get(at).kind() == kind;
    }

    boolean is(int at, Set<String> words) {
        return words.contains(word(at));
    }

    /// How many characters of the text a token takes.
    int length(int at) {
        return tokens.get(at).end() - tokens.get(at).start();
    }

    /// Whether these words, with single spaces between them, begin here.
    boolean says(int at, String words) {
        String[] all = words.split(" ");
        for (int i = 0; i < all.length; i++) {
            if (!word(at + i).equals(all[i])) {
                return false;
            }
        }
        return true;
    }

    /// Up to four words before a token in its sentence, with a space before each.
    String before(int at) {
        StringBuilder words = new StringBuilder();
        for (int i = Math.max(0, at - 4); i < at; i++) {
            switch (tokens.get(i).kind()) {
                case WORD -> words.append(' ').append(word(i));
                case END, PAUSE -> words.setLength(0);
                default -> {}
            }
        }
        return words.toString();
    }

    /// Up to three words and signs from a token on, with a space after each.
    String after(int at) {
        StringBuilder words = new StringBuilder();
        for (int i = at; i < tokens.size() && i < at + 3; i++) {
            Token.Kind kind = tokens.get(i).kind();
            if (kind != Token.Kind.WORD && kind != Token.Kind.SIGN) {
                break;
            }
            words.append(word(i)).append(' ');
        }
        return words.toString();
    }

    /// Whether what [#before] gives ends with one of these.
    static boolean endsWith(String words, List<String> cues) {
        return cues.stream().anyMatch(cue -> words.endsWith(" " + cue));
    }

    /// Whether what [#after] gives begins with one of these.
    static boolean startsWith(String words, List<String> cues) {
        return cues.stream().anyMatch(cue -> words.startsWith(cue + " "));
    }
}
