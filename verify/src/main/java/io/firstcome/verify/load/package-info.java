/// A lean load engine over HTTP/1.1 and HTTP/2: many connections, one request in flight on each,
/// all on one thread, so that it can share a small machine with the server it presses.
@NullMarked
package io.firstcome.verify.load;

import org.jspecify.annotations.NullMarked;
