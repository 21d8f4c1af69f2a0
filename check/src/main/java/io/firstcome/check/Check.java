package io.firstcome.check;

/// One promise, and how to tell whether a history keeps it.
@FunctionalInterface
interface Check {
    Finding examine(Evidence evidence);
}
