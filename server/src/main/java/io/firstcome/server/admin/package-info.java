/// The admin API: what operators do with campaigns.
@NullMarked
package io.firstcome.server.admin;

import org.jspecify.annotations.NullMarked;
