/// Load profiles: when the asks of a run are due, as pure functions.
@NullMarked
package io.firstcome.verify.profile;

import org.jspecify.annotations.NullMarked;
