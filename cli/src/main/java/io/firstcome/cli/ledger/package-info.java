/// What the commands that open a ledger, or make one, have in common: which it is, its settings,
/// and what is logged.
@NullMarked
package io.firstcome.cli.ledger;

import org.jspecify.annotations.NullMarked;
