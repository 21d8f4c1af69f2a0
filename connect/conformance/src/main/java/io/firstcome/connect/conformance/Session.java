package io.firstcome.connect.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Message;

import connectrpc.conformance.v1.Service.Header;

import io.firstcome.connect.Call;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Requests;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// One call under test: its requests go to its conversation, what that says to the answer.
final class Session<Q extends Message> implements Requests<Q> {
    private final ScheduledExecutorService thread;
    private final Conversation conversation;
    private final Playback playback;

    Session(ScheduledExecutorService thread, Rpc<Q, ?> rpc, Call call, Playback.Answer answer) {
        this.thread = thread;
        this.conversation = rpc.converse(context(call));
        this.playback = new Playback(answer, this::runAfter);
        call.onCancel(() -> thread.execute(playback::stop));
    }

    private void runAfter(long millis, Runnable task) {
        ScheduledFuture<?> _ = thread.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void next(Q request) {
        thread.execute(() -> playback.add(conversation.received(request)));
    }

    @Override
    public void end() {
        thread.execute(() -> playback.add(conversation.halfClosed()));
    }

    private static CallContext context(Call call) {
        Long timeoutMillis =
                call.hasDeadline()
                        ? TimeUnit.NANOSECONDS.toMillis(call.deadlineNanos() - System.nanoTime())
                        : null;
        return new CallContext(headers(call.headers()), timeoutMillis, query(call.query()));
    }

    private static List<Header> headers(Metadata metadata) {
        List<Header> headers = new ArrayList<>();
        metadata.asMap()
                .forEach((name, values) ->
                        headers.add(Header.newBuilder().setName(name).addAllValue(values).build()));
        return headers;
    }

    private static List<Header> query(@Nullable String query) {
        Metadata parameters = new Metadata();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters.addAsReceived(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return headers(parameters);
    }
}
