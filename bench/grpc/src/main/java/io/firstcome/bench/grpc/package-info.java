/// grpc-java's own server, to compare ours with.
@NullMarked
package io.firstcome.bench.grpc;

import org.jspecify.annotations.NullMarked;
