package org.prevenance.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a contestant answered: the flagged bills, sorted.
public record Answer(List<String> flagged) {
    public Answer {
        flagged = flagged.stream().sorted().toList();
    }

    /// 16 hexadecimal digits that differ when the sets of flagged bills differ.
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String bill : flagged) {
                digest.update(bill.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
