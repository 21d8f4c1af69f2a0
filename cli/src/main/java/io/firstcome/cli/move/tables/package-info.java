/// The tables of coupon systems that people built themselves, read as the campaigns and coupons of
/// a ledger.
@NullMarked
package io.firstcome.cli.move.tables;

import org.jspecify.annotations.NullMarked;
