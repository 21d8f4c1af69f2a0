/// The methods of a router over REST: HTTP and JSON by their `google.api.http` rules, errors as
/// problem details (RFC 9457).
@NullMarked
package io.firstcome.connect.rest;

import org.jspecify.annotations.NullMarked;
