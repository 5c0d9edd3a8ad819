package org.prevenance.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers written as words, in French and English, up to 999,999.
final class Numerals {
    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Set<String> HUNDRED = Set.of("cent", "cents", "hundred");
    private static final Set<String> THOUSAND = Set.of("mille", "thousand");
    private static final Set<String> ONE = Set.of("un", "une", "one", "onze");
    private static final Set<String> JOINING = Set.of("et", "and");

    static {
        put(
                "zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
                0,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16);
        put("vingt vingts trente quarante cinquante soixante septante nonante", 20, 20, 30, 40, 50, 60, 70, 90);
        put(
                "two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
                2,
                3,
                4,
                5,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16,
                17,
                18,
                19);
        put("twenty thirty forty fifty sixty seventy eighty ninety", 20, 30, 40, 50, 60, 70, 80, 90);
        put(
                "dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine centaine dozen",
                10,
                12,
                15,
                20,
                30,
                40,
                50,
                100,
                12);
    }

    private Numerals() {}

    private static void put(String words, int... values) {
        String[] all = words.split(" ");
        for (int i = 0; i < all.length; i++) {
            SMALL.put(all[i], values[i]);
        }
    }

    /// @param next the token after the number
    record Numeral(double value, int next) {
        static final Numeral NONE = new Numeral(-1, -1);
    }

    /// The number that begins at a token; [Numeral#NONE] where none does.
    static Numeral at(List<Token> tokens, int first) {
        Token token = tokens.get(first);
        if (token.kind() == Token.Kind.NUMBER) {
            return new Numeral(token.number(), first + 1);
        }
        if (!token.isWord()) {
            return Numeral.NONE;
        }
        long thousands = 0;
        long total = 0;
        int end = first;
        for (int at = first; at < tokens.size() && at < first + 10; at++) {
            String word = tokens.get(at).text();
            Integer small = SMALL.get(word);
            if (small != null && follows(total, small)) {
                total = small == 20 && total == 4 ? 80 : total + small;
            } else if (HUNDRED.contains(word) && (total > 0 && total < 20 || total == 0 && word.equals("cent"))) {
                total = Math.max(1, total) * 100;
            } else if (THOUSAND.contains(word) && thousands == 0) {
                thousands = Math.max(1, total) * 1000;
                total = 0;
            } else if (ONE.contains(word) && at == end + 1 && total >= 20) {
                total++;
            } else if (at == end && at > first && joins(tokens, at, total)) {
                continue; // the number goes on only if the next word does
            } else {
                break;
            }
            end = at + 1;
        }
        return end == first ? Numeral.NONE : new Numeral(thousands + total, end);
    }

    /// `vingt` + `cinq`, `quatre` + `vingt`, `cent` + `dix`; but not `deux` + `trois`.
    private static boolean follows(long total, int small) {
        return total % 100 == 0 || total % 100 >= 20 && small < 20 || total == 4 && small == 20;
    }

    /// `vingt-cinq`, `vingt et un`, `two hundred and fifty`; but not `deux et trois`.
    private static boolean joins(List<Token> tokens, int at, long total) {
        if (at + 1 >= tokens.size()) {
            return false;
        }
        String next = tokens.get(at + 1).text();
        Integer small = SMALL.get(next);
        boolean goesOn = ONE.contains(next) ? total >= 20 : small != null && follows(total, small);
        return goesOn
                && (tokens.get(at).is("-") || JOINING.contains(tokens.get(at).text()) && (total >= 100 || total >= 20));
    }
}
