/// RPCs served over HTTP: methods of protobuf services, their messages in JSON and in binary
/// protobuf, and the rules of the Connect protocol. Knows no transport; [Exchange] is what a
/// transport binding provides.
@NullMarked
package io.firstcome.connect;

import org.jspecify.annotations.NullMarked;
