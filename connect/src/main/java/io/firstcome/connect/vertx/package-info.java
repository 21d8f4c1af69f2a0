/// The server: RPCs over HTTP/1.1 and HTTP/2 on one port, with TLS or without, on Vert.x.
@NullMarked
package io.firstcome.connect.vertx;

import org.jspecify.annotations.NullMarked;
