package io.firstcome.connect.conformance;

import com.google.protobuf.Message;

import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;

import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The answer of a call that has one response. It goes out with the end, so that the trailers are
/// known by then.
final class ReplyAnswer<S extends Message> implements Playback.Answer {
    private final Rpc<?, S> rpc;
    private final Call call;
    private final Reply<S> reply;
    private @Nullable ConformancePayload payload;

    ReplyAnswer(Rpc<?, S> rpc, Call call, Reply<S> reply) {
        this.rpc = rpc;
        this.call = call;
        this.reply = reply;
    }

    @Override
    public void start(List<Header> headers, boolean isSentNow) {
        Answers.add(headers, call.responseHeaders());
    }

    @Override
    public void respond(ConformancePayload payload) {
        this.payload = payload;
    }

    @Override
    public void end(List<Header> trailers, @Nullable Error error) {
        Answers.add(trailers, call.responseTrailers());
        if (error != null) {
            reply.error(Answers.error(error));
        } else if (payload != null) {
            reply.ok(rpc.response().apply(payload));
        }
    }
}
