/// Who may call: the keys by which callers from other machines are known.
@NullMarked
package io.firstcome.core.access;

import org.jspecify.annotations.NullMarked;
