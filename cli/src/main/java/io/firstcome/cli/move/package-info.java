/// `export`, `import` and `adopt`: a whole ledger in files, from files into another ledger, and
/// from tables into such files.
@NullMarked
package io.firstcome.cli.move;

import org.jspecify.annotations.NullMarked;
