/// How things are written for people, and read from them.
@NullMarked
package io.firstcome.cli.text;

import org.jspecify.annotations.NullMarked;
