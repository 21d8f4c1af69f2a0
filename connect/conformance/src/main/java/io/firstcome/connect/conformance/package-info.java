/// The service that the official Connect conformance suite calls, and the program that serves it.
/// What a call does is decided here without any transport: a [Conversation] turns its requests into
/// [Step]s, and a [Playback] performs them.
@NullMarked
package io.firstcome.connect.conformance;

import org.jspecify.annotations.NullMarked;
