package org.prevenance.vocabulary;

/// What data may be used for, with its legal basis (GDPR article 6).
public record Purpose(String name, Basis basis) {
    public enum Basis {
        CONTRACT,
        CONSENT,
        LEGAL_OBLIGATION,
        VITAL_INTEREST,
        PUBLIC_TASK,
        LEGITIMATE_INTEREST
    }

    /// Whether the person must have opted in.
    public boolean needsConsent() {
        return basis == Basis.CONSENT;
    }
}
