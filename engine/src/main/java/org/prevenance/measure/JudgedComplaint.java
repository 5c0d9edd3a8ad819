package org.prevenance.measure;

import java.time.Instant;

/// A complaint that a signal ought to have been ahead of.
///
/// @param id       source and id of the event
/// @param about    whom the event is about, `customer/P1`
/// @param foreseen whether a case of the signal stood before it, open or opened not too long before
public record JudgedComplaint(
        String signal, String id, String about, String customer, Instant time, boolean foreseen) {}
