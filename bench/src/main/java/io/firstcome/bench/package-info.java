/// The speed of Firstcome beside a raw echo server, measured end to end in one run on one machine.
@NullMarked
package io.firstcome.bench;

import org.jspecify.annotations.NullMarked;
