/// The composition root: puts ledger, core and front together into a server.
@NullMarked
package io.firstcome.server;

import org.jspecify.annotations.NullMarked;
