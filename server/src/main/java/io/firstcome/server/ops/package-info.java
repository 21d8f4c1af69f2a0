/// What an operator's tools ask: is it alive, is it ready, how does it do.
@NullMarked
package io.firstcome.server.ops;

import org.jspecify.annotations.NullMarked;
