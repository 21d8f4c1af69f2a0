/// From an HTTP exchange to a handler and back, by the rules of Connect, gRPC and gRPC-Web. Knows
/// no transport.
@NullMarked
package io.firstcome.connect.protocol;

import org.jspecify.annotations.NullMarked;
