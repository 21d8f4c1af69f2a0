package io.firstcome.bench;

import static io.netty.handler.codec.http.HttpResponseStatus.OK;
import static io.netty.handler.codec.http.HttpVersion.HTTP_1_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.LastHttpContent;

/// Answers each request with its own body; replies are flushed once per read.
final class EchoHandler extends ChannelInboundHandlerAdapter {
    private static final HttpHeadersFactory UNCHECKED =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);
    private static final HttpHeadersFactory NO_TRAILERS =
            DefaultHttpHeadersFactory.trailersFactory().withValidation(false);

    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpContent part) {
            append(part.content());
        }
        if (message instanceof LastHttpContent) {
            reply(context);
        }
    }

    private void append(ByteBuf part) {
        body = body.isReadable() ? Unpooled.wrappedBuffer(body, part) : part;
    }

    private void reply(ChannelHandlerContext context) {
        ByteBuf content = body;
        body = Unpooled.EMPTY_BUFFER;
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HTTP_1_1, OK, content, UNCHECKED, NO_TRAILERS);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        ChannelFuture _ = context.write(response, context.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ChannelFuture _ = context.close();
    }
}
