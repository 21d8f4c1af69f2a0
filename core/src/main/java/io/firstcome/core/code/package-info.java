/// Coupon codes: a secret permutation of the numbers of all coupons, printed in a legible alphabet.
@NullMarked
package io.firstcome.core.code;

import org.jspecify.annotations.NullMarked;
