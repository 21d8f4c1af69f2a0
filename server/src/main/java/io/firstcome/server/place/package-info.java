/// Where the threads that serve users run once the machine is busy with them.
@NullMarked
package io.firstcome.server.place;

import org.jspecify.annotations.NullMarked;
