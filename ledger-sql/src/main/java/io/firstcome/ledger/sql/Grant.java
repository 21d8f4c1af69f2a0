package io.firstcome.ledger.sql;

import io.firstcome.core.issue.Issuance;

import java.util.List;

/// What one campaign of a shared ledger grants in one act.
///
/// @param issued how many coupons of it are issued, with these
/// @param decidedAtMicros the time of the decision
record Grant(long campaignNumber, int issued, long decidedAtMicros, List<Issuance> issuances) {}
