/// `export` and `import`: a whole ledger in files, and from files into another ledger.
@NullMarked
package io.firstcome.cli.move;

import org.jspecify.annotations.NullMarked;
