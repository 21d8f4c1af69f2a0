/// Fault drills on real processes, each judged by `verify`.
@NullMarked
package io.firstcome.drills;

import org.jspecify.annotations.NullMarked;
