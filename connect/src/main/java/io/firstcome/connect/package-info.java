/// RPCs served over HTTP, as an application sees them: methods of protobuf services, what serves
/// them, and their messages in JSON and in binary protobuf. Knows no protocol and no transport.
@NullMarked
package io.firstcome.connect;

import org.jspecify.annotations.NullMarked;
