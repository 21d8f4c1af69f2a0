/// What parts cost by themselves, without a network: `bench/micro/run`.
@NullMarked
package io.firstcome.bench.micro;

import org.jspecify.annotations.NullMarked;
