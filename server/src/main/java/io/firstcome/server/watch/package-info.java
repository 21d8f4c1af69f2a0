/// Streams of what happens to campaigns, for those who look on.
@NullMarked
package io.firstcome.server.watch;

import org.jspecify.annotations.NullMarked;
