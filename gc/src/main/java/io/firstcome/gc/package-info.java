/// When the JVM collects its garbage: before people come, not while they are there.
@NullMarked
package io.firstcome.gc;

import org.jspecify.annotations.NullMarked;
