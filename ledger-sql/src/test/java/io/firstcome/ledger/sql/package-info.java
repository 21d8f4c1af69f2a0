@NullMarked
package io.firstcome.ledger.sql;

import org.jspecify.annotations.NullMarked;
