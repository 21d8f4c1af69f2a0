@NullMarked
package io.firstcome.connect.conformance;

import org.jspecify.annotations.NullMarked;
