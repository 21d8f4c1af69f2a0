package io.firstcome.connect.conformance;

import com.google.protobuf.Any;
import com.google.protobuf.Message;

import connectrpc.conformance.v1.Service.ConformancePayload.ConnectGetInfo;
import connectrpc.conformance.v1.Service.ConformancePayload.RequestInfo;
import connectrpc.conformance.v1.Service.Header;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a server sees of a call besides its messages.
///
/// @param timeoutMillis how long the caller waits; null when it does not say
/// @param query the parameters of a GET request; none for POST
public record CallContext(List<Header> headers, @Nullable Long timeoutMillis, List<Header> query) {
    public CallContext {
        headers = List.copyOf(headers);
        query = List.copyOf(query);
    }

    /// Names with values, one entry for each name: values keep their order, names are in lower
    /// case.
    public static List<Header> headers(Iterable<? extends Map.Entry<String, String>> entries) {
        Map<String, Header.Builder> byName = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            byName.computeIfAbsent(
                            entry.getKey().toLowerCase(Locale.ROOT),
                            name -> Header.newBuilder().setName(name))
                    .addValue(entry.getValue());
        }
        return byName.values().stream().map(Header.Builder::build).toList();
    }

    /// All of it, together with requests of the call.
    RequestInfo info(List<? extends Message> requests) {
        RequestInfo.Builder info = of(requests).toBuilder().addAllRequestHeaders(headers);
        if (timeoutMillis != null) {
            info.setTimeoutMs(timeoutMillis);
        }
        if (!query.isEmpty()) {
            info.setConnectGetInfo(ConnectGetInfo.newBuilder().addAllQueryParams(query));
        }
        return info.build();
    }

    /// Nothing but requests of a call.
    static RequestInfo of(List<? extends Message> requests) {
        return RequestInfo.newBuilder()
                .addAllRequests(requests.stream().map(Any::pack).toList())
                .build();
    }
}
