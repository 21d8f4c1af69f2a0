/// What a campaign is, what state it is in at an instant, and what an operator may change of it.
@NullMarked
package io.firstcome.core.campaign;

import org.jspecify.annotations.NullMarked;
