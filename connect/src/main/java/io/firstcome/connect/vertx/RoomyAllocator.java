package io.firstcome.connect.vertx;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.impl.buffer.VertxByteBufAllocator;

/// The allocator of HTTP/1.1 connections: no buffer is so small that the head of a response fits
/// and a usual body does not. Netty then puts both into one, which goes to the socket as it is;
/// else the body is copied into a second one, and the kernel has to gather them.
final class RoomyAllocator extends AbstractByteBufAllocator {
    static final RoomyAllocator INSTANCE =
            new RoomyAllocator(VertxByteBufAllocator.POOLED_ALLOCATOR);

    /// A head of 100 bytes, and 399 of a refusal with its reason in the user's language.
    private static final int ROOM = 1_024;

    private final ByteBufAllocator allocator;

    private RoomyAllocator(ByteBufAllocator allocator) {
        super(true);
        this.allocator = allocator;
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return allocator.heapBuffer(initialCapacity, maxCapacity);
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        int roomy = Math.max(initialCapacity, Math.min(ROOM, maxCapacity));
        return allocator.directBuffer(roomy, maxCapacity);
    }

    @Override
    public boolean isDirectBufferPooled() {
        return allocator.isDirectBufferPooled();
    }
}
