package org.prevenance.forecast.target;

/// A forecast cannot be learnt, judged or made as asked; the message says what, why and what to do.
public sealed class NotForetold extends RuntimeException permits TooLittle {
    private static final long serialVersionUID = 1L;

    public NotForetold(String message) {
        super(message);
    }
}
