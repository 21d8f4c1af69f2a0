/// Micro-benchmarks, for JMH: `java -cp 'cli/target/firstcome/lib/*' org.openjdk.jmh.Main`.
@NullMarked
package io.firstcome.bench.micro;

import org.jspecify.annotations.NullMarked;
