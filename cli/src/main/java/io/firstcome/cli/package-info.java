/// The command line. [io.firstcome.cli.Main] is where it starts, [io.firstcome.cli.CommandTree]
/// says which commands there are.
@NullMarked
package io.firstcome.cli;

import org.jspecify.annotations.NullMarked;
