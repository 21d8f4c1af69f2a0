/// The ledger on SQL. One schema and one set of statements; what differs between engines stands in
/// [io.firstcome.ledger.sql.Engine].
@NullMarked
package io.firstcome.ledger.sql;

import org.jspecify.annotations.NullMarked;
