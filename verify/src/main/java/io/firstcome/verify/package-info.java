/// `verify`: runs a real drop against a server and tells whether it kept its promises.
@NullMarked
package io.firstcome.verify;

import org.jspecify.annotations.NullMarked;
