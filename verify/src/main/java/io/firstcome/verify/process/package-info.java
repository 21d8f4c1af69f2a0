/// Servers as processes of their own: started, awaited, measured, killed and always ended.
@NullMarked
package io.firstcome.verify.process;

import org.jspecify.annotations.NullMarked;
