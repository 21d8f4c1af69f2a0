package io.firstcome.connect.conformance;

import com.google.protobuf.Message;

import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;

import io.firstcome.connect.Call;
import io.firstcome.connect.Responses;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The answer of a call that has a stream of responses.
record StreamAnswer<S extends Message>(Rpc<?, S> rpc, Call call, Responses<S> responses)
        implements Playback.Answer {
    @Override
    public void start(List<Header> headers, boolean isSentNow) {
        Answers.add(headers, call.responseHeaders());
        if (isSentNow) {
            responses.sendHeaders();
        }
    }

    @Override
    public void respond(ConformancePayload payload) {
        responses.send(rpc.response().apply(payload));
    }

    @Override
    public void end(List<Header> trailers, @Nullable Error error) {
        Answers.add(trailers, call.responseTrailers());
        if (error == null) {
            responses.end();
        } else {
            responses.error(Answers.error(error));
        }
    }
}
