/// What REST has beside the rules in the definitions: terms of methods, the form with events, the
/// OpenAPI documents and their viewer.
@NullMarked
package io.firstcome.server.rest;

import org.jspecify.annotations.NullMarked;
