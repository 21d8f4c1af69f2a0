package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// An exchange without a network, that fails where a response is not given in the order that
/// [Exchange] asks for.
final class FakeExchange implements Exchange {
    /// The first line and the headers of a request.
    record Head(
            String method,
            String path,
            @Nullable String query,
            boolean isHttp2,
            Metadata headers) {}

    private final Head head;
    private final Queue<byte[]> body;
    private final List<Runnable> timers = new ArrayList<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private @Nullable BodyReceiver bodyReceiver;
    private @Nullable StreamReceiver streamReceiver;
    private @Nullable Runnable onGone;
    private int maxBytes;
    private int status;
    private int ends;
    private boolean hasReadStarted;
    private boolean hasReadEnded;
    private boolean hasBegun;
    private boolean isReading = true;

    FakeExchange(Head head, List<byte[]> body) {
        this.head = head;
        this.body = new ArrayDeque<>(body);
    }

    /// Gives the body to who reads it, and then its end.
    void giveBody() {
        StreamReceiver stream = streamReceiver;
        BodyReceiver whole = bodyReceiver;
        if (stream != null) {
            giveStream(stream);
        } else if (whole != null) {
            giveWhole(whole);
        }
    }

    private void giveStream(StreamReceiver stream) {
        while (!body.isEmpty() && isReading && ends == 0) {
            stream.received(body.remove());
        }
        if (body.isEmpty() && isReading && ends == 0 && !hasReadEnded) {
            hasReadEnded = true;
            stream.ended();
        }
    }

    private void giveWhole(BodyReceiver whole) {
        if (hasReadEnded) {
            return;
        }
        hasReadEnded = true;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.forEach(bytes::writeBytes);
        if (bytes.size() > maxBytes) {
            whole.tooLarge();
        } else {
            whole.complete(bytes.toByteArray());
        }
    }

    /// Says that the rest of the body did not come in time.
    void beTooSlow() {
        if (ends == 0 && streamReceiver != null) {
            streamReceiver.tooSlow();
        } else if (ends == 0 && bodyReceiver != null) {
            bodyReceiver.tooSlow();
        }
    }

    /// Lets the client go away, if somebody wants to know.
    ///
    /// @return whether somebody does
    boolean leave() {
        if (ends == 0 && onGone != null) {
            onGone.run();
            return true;
        }
        return false;
    }

    /// Lets all time pass.
    void runTimers() {
        List.copyOf(timers).forEach(Runnable::run);
    }

    int ends() {
        return ends;
    }

    int status() {
        return status;
    }

    byte[] written() {
        return written.toByteArray();
    }

    @Override
    public String method() {
        return head.method();
    }

    @Override
    public String path() {
        return head.path();
    }

    @Override
    public @Nullable String query() {
        return head.query();
    }

    @Override
    public boolean isHttp2() {
        return head.isHttp2();
    }

    @Override
    public @Nullable String header(String name) {
        return head.headers().get(name);
    }

    @Override
    public Metadata headers() {
        return head.headers();
    }

    @Override
    public SocketAddress remoteAddress() {
        return InetSocketAddress.createUnresolved("localhost", 1);
    }

    @Override
    public void readBody(int maxBytes, BodyReceiver receiver) {
        startReading();
        this.maxBytes = maxBytes;
        bodyReceiver = receiver;
    }

    @Override
    public void readStream(StreamReceiver receiver) {
        startReading();
        streamReceiver = receiver;
    }

    private void startReading() {
        assertThat(ends).as("ended before it is read").isZero();
        assertThat(hasReadStarted).as("read twice").isFalse();
        hasReadStarted = true;
    }

    @Override
    public void setReading(boolean isReading) {
        this.isReading = isReading;
    }

    @Override
    public void setAwaiting(boolean isAwaiting) {
        assertThat(isAwaiting && ends > 0).as("awaits something after the end").isFalse();
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Runnable schedule(long delayNanos, Runnable task) {
        assertThat(delayNanos).isNotNegative();
        timers.add(task);
        return () -> timers.remove(task);
    }

    @Override
    public void onGone(Runnable task) {
        onGone = task;
    }

    @Override
    public void respond(
            int status, @Nullable String contentType, @Nullable Metadata headers, byte[] content) {
        assertThat(hasBegun).as("responds after it has begun").isFalse();
        this.status = status;
        written.writeBytes(content);
        ends++;
    }

    @Override
    public void begin(int status, String contentType, @Nullable Metadata headers) {
        assertThat(hasBegun || ends > 0).as("begins twice").isFalse();
        this.status = status;
        hasBegun = true;
    }

    @Override
    public void write(byte[] bytes) {
        assertThat(hasBegun && ends == 0).as("writes between begin and end").isTrue();
        written.writeBytes(bytes);
    }

    @Override
    public void flush() {
        assertThat(hasBegun && ends == 0).as("flushes between begin and end").isTrue();
    }

    @Override
    public boolean isWritable() {
        return written.size() % 3 != 0;
    }

    @Override
    public void onWritable(Runnable task) {
        timers.add(task);
    }

    @Override
    public void end(byte[] last, @Nullable Metadata trailers) {
        assertThat(hasBegun).as("ends before it has begun").isTrue();
        written.writeBytes(last);
        ends++;
    }

    @Override
    public void breakOff() {
        ends++;
    }
}
