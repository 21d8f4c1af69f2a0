/// The judge: a history of what people asked and heard, and the server's list, against the
/// promises.
///
/// Pure: no clock, no network. Every check is exact and takes at most O(n log n).
@NullMarked
package io.firstcome.check;

import org.jspecify.annotations.NullMarked;
