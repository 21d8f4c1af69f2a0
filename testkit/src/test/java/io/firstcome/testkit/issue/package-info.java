/// Tests of what stands above a ledger: board, sequencers, committer, operators' acts.
@NullMarked
package io.firstcome.testkit.issue;

import org.jspecify.annotations.NullMarked;
