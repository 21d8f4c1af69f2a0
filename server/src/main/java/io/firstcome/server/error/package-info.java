/// How everything that is not a success is said: code, reason, words, details.
@NullMarked
package io.firstcome.server.error;

import org.jspecify.annotations.NullMarked;
