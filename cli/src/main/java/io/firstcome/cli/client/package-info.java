/// Calls a server and reads what it answers.
@NullMarked
package io.firstcome.cli.client;

import org.jspecify.annotations.NullMarked;
