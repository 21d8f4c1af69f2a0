/// Calls in envelopes from a client that knows no more than the protocols, to a server on a port.
@NullMarked
package io.firstcome.connect.wire;

import org.jspecify.annotations.NullMarked;
