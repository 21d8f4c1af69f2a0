package io.firstcome.connect.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.RetryInfo;

import io.firstcome.connect.Code;
import io.firstcome.connect.Codec;
import io.firstcome.connect.Fault;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;
import io.firstcome.connect.protocol.Settings;
import io.firstcome.connect.protocol.UnaryCall;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One call over REST. What its handler says in trailers is not sent.
final class RestCall<Q extends Message, S extends Message> extends UnaryCall<Q, S> {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final String JSON = "application/json";
    private static final String IF_MATCH = "if-match";

    private final Route route;
    private final Codec<Q, S> codec;
    private final Exchange exchange;
    private final List<String> path;

    /// What the response itself says in headers.
    private @Nullable Metadata responseFacts;

    /// @param path the decoded segments of the request's path
    RestCall(
            Settings settings,
            Method<Q, S> method,
            Route route,
            Exchange exchange,
            List<String> path) {
        super(settings, method, exchange);
        this.codec = method.json();
        this.route = route;
        this.exchange = exchange;
        this.path = path;
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST;
    }

    @Override
    protected Q decode(byte[] body) throws InvalidRequestException {
        Parameters parameters =
                Parameters.of(route, path, exchange.query(), exchange.header(IF_MATCH));
        return new RequestReader<>(codec, route, parameters).read(body);
    }

    @Override
    protected byte[] encode(S response) {
        Metadata facts = new Metadata();
        Location location = route.location();
        if (location != null) {
            facts.add("location", location.of(response));
        }
        FieldPath etag = route.responseEtag();
        if (etag != null && etag.valueIn(response) instanceof String tag) {
            facts.add("etag", '"' + tag + '"');
        }
        responseFacts = facts;
        byte[] message = codec.encode(response);
        FieldDescriptor field = route.responseBodyField();
        return field == null ? message : field(field, message);
    }

    /// Of the JSON of a message, that of one of its fields, which stands there unless it is empty.
    private static byte[] field(FieldDescriptor field, byte[] message) {
        JsonObject object = JsonParser.parseString(new String(message, UTF_8)).getAsJsonObject();
        JsonElement value = object.get(field.getJsonName());
        return (value == null ? empty(field) : value).toString().getBytes(UTF_8);
    }

    private static JsonElement empty(FieldDescriptor field) {
        if (field.isRepeated() && !field.isMapField()) {
            return new JsonArray();
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> new JsonObject();
            case STRING, BYTE_STRING -> new JsonPrimitive("");
            case BOOLEAN -> new JsonPrimitive(false);
            case INT, LONG, FLOAT, DOUBLE -> new JsonPrimitive(0);
            case ENUM -> new JsonPrimitive(field.getEnumType().getValues().getFirst().getName());
        };
    }

    @Override
    protected void sendResponse(
            byte[] body, @Nullable Metadata headers, @Nullable Metadata trailers) {
        Metadata all = common(headers);
        if (responseFacts != null) {
            responseFacts.forEach(all::addAsReceived);
        }
        respond(route.location() == null ? OK : CREATED, JSON, all, body);
    }

    @Override
    protected void sendError(
            RpcError error,
            @Nullable Fault fault,
            @Nullable Metadata headers,
            @Nullable Metadata trailers) {
        Metadata all = common(headers);
        RetryInfo retry = error.detail(RetryInfo.class);
        if (retry != null) {
            long seconds = Math.ceilDiv(Durations.toMillis(retry.getRetryDelay()), 1_000);
            all.add("retry-after", Long.toString(Math.max(1, seconds)));
        }
        int status = status(error, fault);
        respond(
                status,
                RestDispatcher.PROBLEM_JSON,
                all,
                status == error.code().httpStatus() ? error.problem() : error.problem(status));
    }

    private Metadata common(@Nullable Metadata headers) {
        Metadata all = headers == null ? new Metadata() : headers;
        return route.verb().equals("GET") ? all.add("cache-control", "no-store") : all;
    }

    private int status(RpcError error, @Nullable Fault fault) {
        if (fault == Fault.TOO_LARGE) {
            return CONTENT_TOO_LARGE;
        }
        if (fault == Fault.TOO_SLOW) {
            return REQUEST_TIMEOUT;
        }
        boolean isConditional = route.requestEtag() != null && exchange.header(IF_MATCH) != null;
        return error.code() == Code.ABORTED && isConditional
                ? PRECONDITION_FAILED
                : error.code().httpStatus();
    }
}
