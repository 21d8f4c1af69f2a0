/// Real database servers for tests: each is a process of its own that ends with the JVM.
@NullMarked
package io.firstcome.testkit.database;

import org.jspecify.annotations.NullMarked;
