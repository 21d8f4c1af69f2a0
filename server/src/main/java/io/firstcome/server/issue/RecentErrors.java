package io.firstcome.server.issue;

import io.firstcome.connect.RpcError;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/// Keeps the errors made last, so that saying the same again costs a look-up. Bounded; a lost race
/// costs making an error twice.
final class RecentErrors<K> {
    private static final int SLOTS = 256;

    private record Made<K>(K key, RpcError error) {}

    private final AtomicReferenceArray<@Nullable Made<K>> slots = new AtomicReferenceArray<>(SLOTS);
    private final Function<K, RpcError> maker;

    RecentErrors(Function<K, RpcError> maker) {
        this.maker = maker;
    }

    RpcError of(K key) {
        int hash = key.hashCode();
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        Made<K> made = slots.get(slot);
        if (made == null || !made.key().equals(key)) {
            made = new Made<>(key, maker.apply(key));
            slots.set(slot, made);
        }
        return made.error();
    }
}
