@NullMarked
package io.firstcome.connect.json;

import org.jspecify.annotations.NullMarked;
