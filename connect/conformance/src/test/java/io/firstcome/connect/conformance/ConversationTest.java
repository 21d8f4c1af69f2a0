package io.firstcome.connect.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;

import connectrpc.conformance.v1.ConfigOuterClass.Code;
import connectrpc.conformance.v1.Service.BidiStreamRequest;
import connectrpc.conformance.v1.Service.ClientStreamRequest;
import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.ConformancePayload.RequestInfo;
import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;
import connectrpc.conformance.v1.Service.ServerStreamRequest;
import connectrpc.conformance.v1.Service.StreamResponseDefinition;
import connectrpc.conformance.v1.Service.UnaryRequest;
import connectrpc.conformance.v1.Service.UnaryResponseDefinition;
import connectrpc.conformance.v1.Service.UnimplementedRequest;

import org.junit.jupiter.api.Test;

import java.util.List;

class ConversationTest {
    private static final Header HEADER = header("x-custom-header");
    private static final Header TRAILER = header("x-custom-trailer");
    private static final ByteString A = ByteString.copyFromUtf8("a");
    private static final ByteString B = ByteString.copyFromUtf8("b");
    private static final Error ERROR =
            Error.newBuilder().setCode(Code.CODE_INTERNAL).setMessage("failed").build();
    private static final CallContext CONTEXT =
            new CallContext(List.of(header("x-conformance-test")), 2000L, List.of());

    @Test
    void answersAUnaryCallWithItsDataAndWhatItSaw() {
        UnaryRequest request = unary(UnaryResponseDefinition.newBuilder().setResponseData(A));
        assertThat(stepsOf(request))
                .containsExactly(
                        new Step.Start(List.of(HEADER), false),
                        new Step.Response(0, payload(A, CONTEXT.info(List.of(request)))),
                        new Step.End(0, List.of(TRAILER), null));
    }

    @Test
    void answersARequestThatAsksForNothingWithWhatItSaw() {
        UnaryRequest request = UnaryRequest.getDefaultInstance();
        assertThat(stepsOf(request))
                .containsExactly(
                        new Step.Start(List.of(), false),
                        new Step.Response(
                                0, payload(ByteString.EMPTY, CONTEXT.info(List.of(request)))),
                        new Step.End(0, List.of(), null));
    }

    @Test
    void failsAUnaryCallAfterTheDelayWithWhatItSawAsADetail() {
        UnaryRequest request =
                unary(
                        UnaryResponseDefinition.newBuilder()
                                .setError(ERROR)
                                .setResponseDelayMs(1500));
        assertThat(stepsOf(request))
                .containsExactly(
                        new Step.Start(List.of(HEADER), false),
                        new Step.End(1500, List.of(TRAILER), errorTelling(request)));
    }

    @Test
    void answersAClientStreamOnceWithAllItsRequests() {
        ClientStreamRequest first =
                ClientStreamRequest.newBuilder()
                        .setResponseDefinition(
                                UnaryResponseDefinition.newBuilder()
                                        .setResponseData(A)
                                        .setResponseDelayMs(7))
                        .build();
        ClientStreamRequest second =
                ClientStreamRequest.newBuilder()
                        .setResponseDefinition(
                                UnaryResponseDefinition.newBuilder().setResponseData(B))
                        .build();
        assertThat(stepsOf(first, second))
                .contains(new Step.Response(7, payload(A, CONTEXT.info(List.of(first, second)))));
    }

    @Test
    void answersAnEmptyClientStream() {
        Conversation conversation =
                new Conversation(ClientStreamRequest.getDefaultInstance(), CONTEXT);
        assertThat(conversation.halfClosed())
                .contains(new Step.Response(0, payload(ByteString.EMPTY, CONTEXT.info(List.of()))));
    }

    @Test
    void answersAServerStreamTellingWhatItSawOnlyOnce() {
        ServerStreamRequest request = serverStream(asking(A, B).setResponseDelayMs(5));
        assertThat(stepsOf(request))
                .containsExactly(
                        new Step.Start(List.of(HEADER), true),
                        new Step.Response(5, payload(A, CONTEXT.info(List.of(request)))),
                        new Step.Response(5, payload(B)),
                        new Step.End(0, List.of(TRAILER), null));
    }

    @Test
    void failsAServerStreamAfterItsResponses() {
        ServerStreamRequest request = serverStream(asking(A).setError(ERROR));
        assertThat(stepsOf(request)).endsWith(new Step.End(0, List.of(TRAILER), ERROR));
    }

    @Test
    void failsAServerStreamWithoutResponsesBeforeItsHeadersAreSent() {
        ServerStreamRequest request = serverStream(asking().setError(ERROR).setResponseDelayMs(5));
        assertThat(stepsOf(request))
                .containsExactly(
                        new Step.Start(List.of(HEADER), false),
                        new Step.End(0, List.of(TRAILER), errorTelling(request)));
    }

    @Test
    void answersAHalfDuplexStreamAfterItsLastRequest() {
        BidiStreamRequest first =
                BidiStreamRequest.newBuilder().setResponseDefinition(asking(A, B)).build();
        BidiStreamRequest second = BidiStreamRequest.newBuilder().setRequestData(B).build();
        Conversation conversation = bidi();
        assertThat(conversation.received(first)).isEmpty();
        assertThat(conversation.received(second)).isEmpty();
        assertThat(conversation.halfClosed())
                .containsExactly(
                        new Step.Start(List.of(HEADER), true),
                        new Step.Response(0, payload(A, CONTEXT.info(List.of(first, second)))),
                        new Step.Response(0, payload(B)),
                        new Step.End(0, List.of(TRAILER), null));
    }

    @Test
    void answersAFullDuplexStreamRequestByRequest() {
        BidiStreamRequest first = fullDuplex(asking(A, B));
        BidiStreamRequest second = BidiStreamRequest.newBuilder().setRequestData(B).build();
        Conversation conversation = bidi();
        assertThat(conversation.received(first))
                .containsExactly(
                        new Step.Start(List.of(HEADER), true),
                        new Step.Response(0, payload(A, CONTEXT.info(List.of(first)))));
        assertThat(conversation.received(second))
                .containsExactly(new Step.Response(0, payload(B, CallContext.of(List.of(second)))));
        assertThat(conversation.halfClosed())
                .containsExactly(new Step.End(0, List.of(TRAILER), null));
    }

    @Test
    void sendsWhatIsLeftOfAFullDuplexStreamAfterItsLastRequest() {
        Conversation conversation = bidi();
        assertThat(conversation.received(fullDuplex(asking(A, B)))).hasSize(2);
        assertThat(conversation.halfClosed())
                .containsExactly(
                        new Step.Response(0, payload(B)), new Step.End(0, List.of(TRAILER), null));
    }

    @Test
    void endsAFullDuplexStreamAtTheFirstRequestItHasNoResponseFor() {
        BidiStreamRequest request = fullDuplex(asking().setError(ERROR));
        Conversation conversation = bidi();
        assertThat(conversation.received(request))
                .containsExactly(
                        new Step.Start(List.of(HEADER), false),
                        new Step.End(0, List.of(TRAILER), errorTelling(request)));
        assertThat(conversation.received(request)).isEmpty();
        assertThat(conversation.halfClosed()).isEmpty();
    }

    @Test
    void refusesRequestsOfOtherServices() {
        assertThatThrownBy(
                        () -> new Conversation(UnimplementedRequest.getDefaultInstance(), CONTEXT))
                .hasMessage(
                        "request: connectrpc.conformance.v1.UnimplementedRequest"
                                + " (expected: a request of ConformanceService)");
    }

    private static List<Step> stepsOf(Message... requests) {
        Conversation conversation =
                new Conversation(requests[0].getDefaultInstanceForType(), CONTEXT);
        for (Message request : requests) {
            assertThat(conversation.received(request)).isEmpty();
        }
        return conversation.halfClosed();
    }

    private static Conversation bidi() {
        return new Conversation(BidiStreamRequest.getDefaultInstance(), CONTEXT);
    }

    private static UnaryRequest unary(UnaryResponseDefinition.Builder definition) {
        return UnaryRequest.newBuilder()
                .setResponseDefinition(
                        definition.addResponseHeaders(HEADER).addResponseTrailers(TRAILER))
                .build();
    }

    private static ServerStreamRequest serverStream(StreamResponseDefinition.Builder definition) {
        return ServerStreamRequest.newBuilder().setResponseDefinition(definition).build();
    }

    private static BidiStreamRequest fullDuplex(StreamResponseDefinition.Builder definition) {
        return BidiStreamRequest.newBuilder()
                .setFullDuplex(true)
                .setResponseDefinition(definition)
                .build();
    }

    private static StreamResponseDefinition.Builder asking(ByteString... data) {
        return StreamResponseDefinition.newBuilder()
                .addResponseHeaders(HEADER)
                .addResponseTrailers(TRAILER)
                .addAllResponseData(List.of(data));
    }

    private static Error errorTelling(Message request) {
        return ERROR.toBuilder().addDetails(Any.pack(CONTEXT.info(List.of(request)))).build();
    }

    private static ConformancePayload payload(ByteString data, RequestInfo info) {
        return ConformancePayload.newBuilder().setData(data).setRequestInfo(info).build();
    }

    private static ConformancePayload payload(ByteString data) {
        return ConformancePayload.newBuilder().setData(data).build();
    }

    private static Header header(String name) {
        return Header.newBuilder().setName(name).addValue("Value1").addValue("Value2").build();
    }
}
