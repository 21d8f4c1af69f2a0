@NullMarked
package io.firstcome.client;

import org.jspecify.annotations.NullMarked;
