/// The issue API: what people do in a campaign.
@NullMarked
package io.firstcome.server.issue;

import org.jspecify.annotations.NullMarked;
