package org.prevenance.forecast.target;

/// There is too little in the events to learn, judge or make this forecast: the folder may be about something else.
public final class TooLittle extends NotForetold {
    private static final long serialVersionUID = 1L;

    public TooLittle(String message) {
        super(message);
    }
}
