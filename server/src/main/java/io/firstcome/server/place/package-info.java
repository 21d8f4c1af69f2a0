/// Where the threads that serve users run once the machine is busy with them, and when they stand
/// still.
@NullMarked
package io.firstcome.server.place;

import org.jspecify.annotations.NullMarked;
