/// What a run of `verify` shows: live, as text, as JSON, and as a page.
@NullMarked
package io.firstcome.verify.report;

import org.jspecify.annotations.NullMarked;
