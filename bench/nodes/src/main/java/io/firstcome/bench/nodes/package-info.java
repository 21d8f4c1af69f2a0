/// What issuing on a shared database costs, with all processes counted.
@NullMarked
package io.firstcome.bench.nodes;

import org.jspecify.annotations.NullMarked;
