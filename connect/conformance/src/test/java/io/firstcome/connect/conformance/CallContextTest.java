package io.firstcome.connect.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import connectrpc.conformance.v1.Service.ConformancePayload.RequestInfo;
import connectrpc.conformance.v1.Service.Header;
import connectrpc.conformance.v1.Service.UnaryRequest;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class CallContextTest {
    private static final Header ENCODING =
            Header.newBuilder().setName("encoding").addValue("proto").build();

    @Test
    void gathersTheValuesOfOneNameInTheirOrder() {
        List<Header> headers =
                CallContext.headers(
                        List.of(
                                Map.entry("X-Test", "1"),
                                Map.entry("encoding", "proto"),
                                Map.entry("x-test", "2")));
        assertThat(headers)
                .containsExactly(
                        Header.newBuilder().setName("x-test").addValue("1").addValue("2").build(),
                        ENCODING);
    }

    @Test
    void tellsWhatItSawWithTheRequests() throws Exception {
        UnaryRequest request = UnaryRequest.newBuilder().build();
        RequestInfo info =
                new CallContext(List.of(ENCODING), 0L, List.of(ENCODING)).info(List.of(request));
        assertThat(info.getRequestHeadersList()).containsExactly(ENCODING);
        assertThat(info.hasTimeoutMs()).isTrue();
        assertThat(info.getConnectGetInfo().getQueryParamsList()).containsExactly(ENCODING);
        assertThat(info.getRequests(0).unpack(UnaryRequest.class)).isEqualTo(request);
    }

    @Test
    void tellsNeitherATimeoutNorAQueryThatWasNotThere() {
        RequestInfo info = new CallContext(List.of(), null, List.of()).info(List.of());
        assertThat(info).isEqualTo(RequestInfo.getDefaultInstance());
    }
}
