/// A lean HTTP/1.1 load engine: many keep-alive connections, one request in flight on each, all on
/// one thread, so that it can share a small machine with the server it presses.
@NullMarked
package io.firstcome.verify.load;

import org.jspecify.annotations.NullMarked;
