/// Rehearsal: a campaign's settings on a server and a ledger that are thrown away.
@NullMarked
package io.firstcome.verify.rehearse;

import org.jspecify.annotations.NullMarked;
