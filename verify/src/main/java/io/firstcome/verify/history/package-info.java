/// Histories as files: saved after a run, read back to be judged again.
@NullMarked
package io.firstcome.verify.history;

import org.jspecify.annotations.NullMarked;
