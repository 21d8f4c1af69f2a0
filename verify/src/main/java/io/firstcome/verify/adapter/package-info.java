/// Adapters: how to judge a system that does not speak Firstcome's own API, described in a YAML
/// file.
@NullMarked
package io.firstcome.verify.adapter;

import org.jspecify.annotations.NullMarked;
