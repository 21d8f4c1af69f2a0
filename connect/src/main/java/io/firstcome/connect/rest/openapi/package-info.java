/// OpenAPI 3.1 documents of what is served over REST, made of definitions and their comments.
@NullMarked
package io.firstcome.connect.rest.openapi;

import org.jspecify.annotations.NullMarked;
