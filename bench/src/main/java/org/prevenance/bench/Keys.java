package org.prevenance.bench;

import java.util.Arrays;

/// Numbers texts 0, 1, 2, … in the order of their first appearance, straight from a parser's buffer. Not thread-safe.
public final class Keys {
    private String[] texts = new String[1024];
    private int[] table = new int[2048];
    private int count;

    public Keys() {
        Arrays.fill(table, -1);
    }

    /// The number of this text; a new one the first time.
    public int number(char[] chars, int offset, int length) {
        int at = slot(chars, offset, length);
        if (table[at] >= 0) {
            return table[at];
        }
        if (count == texts.length) {
            grow();
            at = slot(chars, offset, length);
        }
        texts[count] = new String(chars, offset, length);
        table[at] = count;
        return count++;
    }

    public String text(int number) {
        return texts[number];
    }

    /// How many texts have a number.
    public int count() {
        return count;
    }

    private int slot(char[] chars, int offset, int length) {
        int at = hash(chars, offset, length) & (table.length - 1);
        while (table[at] >= 0 && !same(texts[table[at]], chars, offset, length)) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private static boolean same(String text, char[] chars, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] chars, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash ^ (hash >>> 15);
    }

    private void grow() {
        texts = Arrays.copyOf(texts, 2 * texts.length);
        table = new int[2 * texts.length];
        Arrays.fill(table, -1);
        for (int number = 0; number < count; number++) {
            char[] chars = texts[number].toCharArray();
            table[slot(chars, 0, chars.length)] = number;
        }
    }
}
