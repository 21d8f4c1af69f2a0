@NullMarked
package io.firstcome.connect.protocol;

import org.jspecify.annotations.NullMarked;
