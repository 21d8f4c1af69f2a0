package io.firstcome.connect.conformance;

import com.google.protobuf.Any;
import com.google.protobuf.Message;

import connectrpc.conformance.v1.Service.BidiStreamRequest;
import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.Error;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// How one call is answered: takes its requests, gives the steps of the answer. Its first request
/// says what they are; a full-duplex call is answered request by request, every other one after its
/// last request.
public final class Conversation {
    private final CallContext context;

    /// Since the last response.
    private final List<Message> requests = new ArrayList<>();

    private ResponsePlan plan;
    private boolean isFullDuplex;
    private boolean isStarted;
    private boolean isEnded;
    private int responses;

    /// @param request the default instance of the method's request
    public Conversation(Message request, CallContext context) {
        this.plan = ResponsePlan.of(request);
        this.context = context;
    }

    /// What is to be done because a request came.
    public List<Step> received(Message request) {
        if (isEnded) {
            return List.of();
        }
        if (requests.isEmpty() && responses == 0) {
            plan = ResponsePlan.of(request);
            isFullDuplex = request instanceof BidiStreamRequest bidi && bidi.getFullDuplex();
        }
        requests.add(request);
        return isFullDuplex ? answer() : List.of();
    }

    private List<Step> answer() {
        List<Step> steps = start();
        if (responses == plan.data().size()) {
            steps.add(end());
        } else {
            steps.add(response(responses == 0 ? context.info(requests) : CallContext.of(requests)));
            requests.clear();
        }
        return steps;
    }

    /// What is to be done because no more requests come.
    public List<Step> halfClosed() {
        if (isEnded) {
            return List.of();
        }
        List<Step> steps = start();
        while (responses < plan.data().size()) {
            steps.add(response(responses == 0 ? context.info(requests) : null));
        }
        steps.add(end());
        return steps;
    }

    /// Headers go ahead of the first response, but not ahead of an error: so that a protocol can
    /// say that the call failed without having begun.
    private List<Step> start() {
        List<Step> steps = new ArrayList<>();
        if (!isStarted) {
            isStarted = true;
            boolean isSentNow = plan.isStream() && !plan.data().isEmpty();
            steps.add(new Step.Start(plan.metadata().headers(), isSentNow));
        }
        return steps;
    }

    private Step response(ConformancePayload.@Nullable RequestInfo info) {
        ConformancePayload.Builder payload =
                ConformancePayload.newBuilder().setData(plan.data().get(responses));
        if (info != null) {
            payload.setRequestInfo(info);
        }
        responses++;
        return new Step.Response(plan.delayMillis(), payload.build());
    }

    private Step end() {
        isEnded = true;
        boolean isDelayed = !plan.isStream() && responses == 0;
        return new Step.End(
                isDelayed ? plan.delayMillis() : 0, plan.metadata().trailers(), error());
    }

    /// An error without any response before it tells what the response would have told.
    private @Nullable Error error() {
        Error asked = plan.error();
        if (asked == null || responses > 0) {
            return asked;
        }
        return asked.toBuilder().addDetails(Any.pack(context.info(requests))).build();
    }
}
