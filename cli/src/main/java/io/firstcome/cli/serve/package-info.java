/// `serve`: runs a server in this process.
@NullMarked
package io.firstcome.cli.serve;

import org.jspecify.annotations.NullMarked;
