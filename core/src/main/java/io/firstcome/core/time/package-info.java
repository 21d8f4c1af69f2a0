/// The clock that decides.
@NullMarked
package io.firstcome.core.time;

import org.jspecify.annotations.NullMarked;
