package org.prevenance.language;

import org.prevenance.event.Raw;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Scope;

/// An amount in a named currency: absent where the money at hand is in another.
///
/// @param symbol the currency
/// @param slot   the slot of the event that holds the currency at hand; -1: the subject's currency
record CurrencyLiteral(long micros, int symbol, int slot) implements Expr {
    @Override
    public long eval(Scope scope) {
        long atHand = slot < 0 ? scope.currency() : scope.event().value(slot);
        return atHand == symbol || atHand < 0 ? micros : Raw.ABSENT;
    }

    CurrencyLiteral against(int currencySlot) {
        return new CurrencyLiteral(micros, symbol, currencySlot);
    }
}
