/// What the server can be told: its settings, where they come from, and what is refused.
///
/// Start with [io.firstcome.server.config.Configuration].
@NullMarked
package io.firstcome.server.config;

import org.jspecify.annotations.NullMarked;
