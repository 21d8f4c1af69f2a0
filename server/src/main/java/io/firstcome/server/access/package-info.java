/// Who may call, where callers need keys.
@NullMarked
package io.firstcome.server.access;

import org.jspecify.annotations.NullMarked;
