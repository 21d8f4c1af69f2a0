/// `campaign` and its commands: what operators do with campaigns.
@NullMarked
package io.firstcome.cli.campaign;

import org.jspecify.annotations.NullMarked;
