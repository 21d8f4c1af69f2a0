/// A service as an application writes it, which the README shows.
@NullMarked
package io.firstcome.connect.example;

import org.jspecify.annotations.NullMarked;
