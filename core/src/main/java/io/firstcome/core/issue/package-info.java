/// The path of a request for a coupon: board, sequencer, committer, outcome.
@NullMarked
package io.firstcome.core.issue;

import org.jspecify.annotations.NullMarked;
