/// Messages in the JSON of the protobuf specification, transcoded from and to their binary form by
/// tables that are compiled once from a message type; no reflection at a call.
@NullMarked
package io.firstcome.connect.json;

import org.jspecify.annotations.NullMarked;
