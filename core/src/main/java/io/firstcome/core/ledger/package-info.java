/// The port of the one part that decides and remembers: the ledger.
@NullMarked
package io.firstcome.core.ledger;

import org.jspecify.annotations.NullMarked;
