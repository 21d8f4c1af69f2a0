/// `key`: who may call a server from other machines.
@NullMarked
package io.firstcome.cli.key;

import org.jspecify.annotations.NullMarked;
