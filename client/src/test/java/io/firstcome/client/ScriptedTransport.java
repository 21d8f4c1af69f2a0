package io.firstcome.client;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;

import java.io.InputStream;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// A server that answers what it was told to, and takes its time.
final class ScriptedTransport implements Transport {
    private record Step(long nanos, CompletableFuture<HttpReply> reply) {}

    private final ManualTimer timer;
    private final Deque<Step> script = new ArrayDeque<>();
    private final Deque<CompletableFuture<HttpStream>> streams = new ArrayDeque<>();
    private final List<Post> posts = new ArrayList<>();

    ScriptedTransport(ManualTimer timer) {
        this.timer = timer;
    }

    ScriptedTransport answers(Message response) {
        return reply(0, new HttpReply(200, response.toByteString()));
    }

    ScriptedTransport fails(Failure failure) {
        return failsAfter(0, failure);
    }

    ScriptedTransport failsAfter(long nanos, Failure failure) {
        return reply(nanos, new HttpReply(500, ByteString.copyFromUtf8(json(failure))));
    }

    ScriptedTransport breaks(Exception cause) {
        return breaksAfter(0, cause);
    }

    ScriptedTransport breaksAfter(long nanos, Exception cause) {
        script.add(new Step(nanos, CompletableFuture.failedFuture(cause)));
        return this;
    }

    /// Never answers.
    CompletableFuture<HttpReply> isSilent() {
        CompletableFuture<HttpReply> never = new CompletableFuture<>();
        script.add(new Step(0, never));
        return never;
    }

    ScriptedTransport reply(long nanos, HttpReply reply) {
        script.add(new Step(nanos, CompletableFuture.completedFuture(reply)));
        return this;
    }

    /// Answers with a stream of these messages, then the connection is lost.
    ScriptedTransport sends(Message... messages) {
        return streams(200, Stream.of(messages).map(ScriptedTransport::envelope));
    }

    /// Answers with a stream of these messages, which ends well.
    ScriptedTransport sendsAll(Message... messages) {
        Stream<ByteString> envelopes = Stream.of(messages).map(ScriptedTransport::envelope);
        return streams(200, Stream.concat(envelopes, Stream.of(last("{}"))));
    }

    /// Answers with a stream that ends with an error.
    ScriptedTransport sendsError(Failure failure) {
        return streams(200, Stream.of(last("{\"error\":" + json(failure) + "}")));
    }

    ScriptedTransport streams(int status, Stream<ByteString> pieces) {
        InputStream body = pieces.reduce(ByteString.EMPTY, ByteString::concat).newInput();
        streams.add(CompletableFuture.completedFuture(new HttpStream(status, body)));
        return this;
    }

    /// Is not there for a streaming call.
    ScriptedTransport isDown() {
        streams.add(CompletableFuture.failedFuture(new ConnectException()));
        return this;
    }

    static ByteString envelope(Message message) {
        return ByteString.copyFrom(Envelope.ofMessage(message.toByteString()));
    }

    static ByteString last(String json) {
        byte[] envelope = Envelope.ofMessage(ByteString.copyFromUtf8(json));
        envelope[0] = 2;
        return ByteString.copyFrom(envelope);
    }

    private static String json(Failure failure) {
        List<String> details = new ArrayList<>();
        for (Any detail : failure.status().getDetailsList()) {
            details.add(
                    "{\"type\":\"%s\",\"value\":\"%s\"}"
                            .formatted(
                                    detail.getTypeUrl().replaceFirst(".*/", ""),
                                    Base64.getEncoder()
                                            .withoutPadding()
                                            .encodeToString(detail.getValue().toByteArray())));
        }
        return "{\"code\":\"%s\",\"details\":[%s]}"
                .formatted(
                        failure.code().name().toLowerCase(Locale.ROOT), String.join(",", details));
    }

    @Override
    public CompletableFuture<HttpReply> post(Post post) {
        posts.add(post);
        Step step = script.remove();
        timer.advance(step.nanos());
        return step.reply();
    }

    @Override
    public CompletableFuture<HttpStream> open(Post post) {
        posts.add(post);
        return streams.remove();
    }

    List<Post> posts() {
        return posts;
    }

    @Override
    public void close() {}
}
