package io.firstcome.connect.rest;

import com.google.protobuf.Message;

import io.firstcome.connect.Fault;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.protocol.Settings;
import io.firstcome.connect.protocol.UnaryCall;

import org.jspecify.annotations.Nullable;

/// One unary call over REST. What its handler says in trailers is not sent.
final class RestCall<Q extends Message, S extends Message> extends UnaryCall<Q, S> {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String JSON = "application/json";

    private final RestCodec<Q, S> codec;

    /// What the response itself says in headers.
    private @Nullable Metadata responseFacts;

    RestCall(Settings settings, RestCodec<Q, S> codec) {
        super(settings, codec.method(), codec.exchange());
        this.codec = codec;
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST;
    }

    @Override
    protected Q decode(byte[] body) throws InvalidRequestException {
        return codec.decode(body);
    }

    @Override
    protected byte[] encode(S response) {
        responseFacts = facts(codec.route(), response);
        return codec.encode(response);
    }

    private static @Nullable Metadata facts(Route route, Message response) {
        Location location = route.location();
        FieldPath etag = route.responseEtag();
        if (location == null && etag == null) {
            return null;
        }
        Metadata facts = new Metadata();
        if (location != null) {
            facts.add("location", location.of(response));
        }
        if (etag != null && etag.valueIn(response) instanceof String tag) {
            facts.add("etag", '"' + tag + '"');
        }
        return facts;
    }

    @Override
    protected void sendResponse(
            byte[] body, @Nullable Metadata headers, @Nullable Metadata trailers) {
        Route route = codec.route();
        Metadata all = route.withCacheControl(headers);
        Metadata facts = responseFacts;
        if (facts != null && all != null) {
            facts.forEach(all::addAsReceived);
        }
        respond(route.location() == null ? OK : CREATED, JSON, all == null ? facts : all, body);
    }

    @Override
    protected void sendError(
            RpcError error,
            @Nullable Fault fault,
            @Nullable Metadata headers,
            @Nullable Metadata trailers) {
        Route route = codec.route();
        RestError said = RestError.of(error, fault, route, codec.exchange());
        respond(
                said.status(),
                RestError.PROBLEM_JSON,
                said.in(route.withCacheControl(headers)),
                said.problem());
    }
}
