/// The protocols in which coupons can be asked for, written and read by hand: a judge shares no
/// code with the judged.
@NullMarked
package io.firstcome.verify.protocol;

import org.jspecify.annotations.NullMarked;
