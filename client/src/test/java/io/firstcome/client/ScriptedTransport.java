package io.firstcome.client;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// A server that answers what it was told to, and takes its time.
final class ScriptedTransport implements Transport {
    private record Step(long nanos, CompletableFuture<HttpReply> reply) {}

    private final ManualTimer timer;
    private final Deque<Step> script = new ArrayDeque<>();
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

    List<Post> posts() {
        return posts;
    }

    @Override
    public void close() {}
}
