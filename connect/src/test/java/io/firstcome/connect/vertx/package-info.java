@NullMarked
package io.firstcome.connect.vertx;

import org.jspecify.annotations.NullMarked;
