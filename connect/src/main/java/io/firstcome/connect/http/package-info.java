/// What the protocols need of HTTP: the port that a transport binding implements.
@NullMarked
package io.firstcome.connect.http;

import org.jspecify.annotations.NullMarked;
