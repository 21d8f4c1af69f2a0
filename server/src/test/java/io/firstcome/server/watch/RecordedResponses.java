package io.firstcome.server.watch;

import com.google.protobuf.Message;

import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what a call is told.
final class RecordedResponses<S extends Message> implements Responses<S> {
    final List<S> sent = new CopyOnWriteArrayList<>();
    final List<Reason> errors = new CopyOnWriteArrayList<>();
    volatile boolean isReady = true;

    @Override
    public void sendHeaders() {}

    @Override
    public void send(S response) {
        sent.add(response);
    }

    @Override
    public void end() {}

    @Override
    public void error(RpcError error) {
        errors.add(Errors.reasonOf(error));
    }

    @Override
    public boolean isReady() {
        return isReady;
    }

    @Override
    public void whenReady(Runnable task) {}

    @Override
    public void pauseRequests() {}

    @Override
    public void resumeRequests() {}
}
