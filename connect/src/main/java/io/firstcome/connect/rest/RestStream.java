package io.firstcome.connect.rest;

import com.google.protobuf.Message;

import io.firstcome.connect.Fault;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;
import io.firstcome.connect.protocol.ServerStreamCall;
import io.firstcome.connect.protocol.Settings;

import org.jspecify.annotations.Nullable;

/// One call over REST whose responses are a stream. Once that has begun, an error stands at its
/// end.
final class RestStream<Q extends Message, S extends Message> extends ServerStreamCall<Q, S> {
    private static final int OK = 200;

    private final RestCodec<Q, S> codec;
    private final Exchange exchange;
    private final StreamForm form;

    RestStream(Settings settings, RestCodec<Q, S> codec) {
        super(settings, codec.method(), codec.exchange());
        this.codec = codec;
        this.exchange = codec.exchange();
        this.form = StreamForm.of(exchange.header("accept"));
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
        return form.message(codec.encode(response));
    }

    @Override
    protected void sendHead(@Nullable Metadata headers) {
        exchange.begin(OK, form.mediaType(), codec.route().withCacheControl(headers));
    }

    @Override
    protected byte[] lastFrame(@Nullable RpcError error, @Nullable Fault fault) {
        return error == null ? form.end() : form.error(said(error, fault).problem());
    }

    @Override
    protected void sendError(RpcError error, @Nullable Fault fault, @Nullable Metadata headers) {
        RestError said = said(error, fault);
        Metadata all = said.in(codec.route().withCacheControl(headers));
        exchange.respond(said.status(), RestError.PROBLEM_JSON, all, said.problem());
    }

    private RestError said(RpcError error, @Nullable Fault fault) {
        return RestError.of(error, fault, codec.route(), exchange);
    }
}
