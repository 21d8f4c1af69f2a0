@NullMarked
package io.firstcome.connect;

import org.jspecify.annotations.NullMarked;
