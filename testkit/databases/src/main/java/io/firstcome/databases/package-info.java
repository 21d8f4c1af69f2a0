/// Real database servers for tests and drills: each is a process of its own that ends with the JVM.
@NullMarked
package io.firstcome.databases;

import org.jspecify.annotations.NullMarked;
