/// A small client of the Connect API in JSON, for setting up a run and reading its result. It knows
/// nothing of the server's own classes: a judge shares no code with the judged.
@NullMarked
package io.firstcome.verify.client;

import org.jspecify.annotations.NullMarked;
