package org.prevenance.measure;

import java.math.BigDecimal;

/// Harm of many cases in one currency, or in points.
///
/// @param amount exact
public record Sum(String currency, BigDecimal amount, Estimate estimate) {}
