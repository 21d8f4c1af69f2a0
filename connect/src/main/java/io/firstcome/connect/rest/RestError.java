package io.firstcome.connect.rest;

import com.google.protobuf.util.Durations;
import com.google.rpc.RetryInfo;

import io.firstcome.connect.Code;
import io.firstcome.connect.Fault;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// An error as REST says it: problem details, and the HTTP status that fits it best.
record RestError(RpcError error, int status) {
    static final String PROBLEM_JSON = "application/problem+json";

    private static final int REQUEST_TIMEOUT = 408;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONTENT_TOO_LARGE = 413;

    /// The error of a call.
    ///
    /// @param fault what kept the call from its handler's answer; null when nothing did
    static RestError of(RpcError error, @Nullable Fault fault, Route route, Exchange exchange) {
        return new RestError(error, status(error, fault, route, exchange));
    }

    private static int status(
            RpcError error, @Nullable Fault fault, Route route, Exchange exchange) {
        if (fault == Fault.TOO_LARGE) {
            return CONTENT_TOO_LARGE;
        }
        if (fault == Fault.TOO_SLOW) {
            return REQUEST_TIMEOUT;
        }
        boolean failsCondition =
                error.code() == Code.ABORTED
                        && route.requestEtag() != null
                        && exchange.header(RestCodec.IF_MATCH) != null;
        return failsCondition ? PRECONDITION_FAILED : error.code().httpStatus();
    }

    /// The problem details; not to be changed.
    byte[] problem() {
        return status == error.code().httpStatus() ? error.problem() : error.problem(status);
    }

    /// These headers, and those that the error adds.
    ///
    /// @param headers null for none; changed otherwise
    @Nullable Metadata in(@Nullable Metadata headers) {
        RetryInfo retry = error.detail(RetryInfo.class);
        if (retry == null || !Durations.isValid(retry.getRetryDelay())) {
            return headers;
        }
        long seconds = Math.ceilDiv(Durations.toMillis(retry.getRetryDelay()), 1_000);
        Metadata all = headers == null ? new Metadata() : headers;
        return all.addAsReceived("retry-after", Long.toString(Math.max(1, seconds)));
    }
}
