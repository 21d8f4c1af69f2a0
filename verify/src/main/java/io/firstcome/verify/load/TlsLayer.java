package io.firstcome.verify.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

import java.io.IOException;
import java.net.URI;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// TLS under the connections of a load. What is above takes a connection for open when the server
/// has proved itself, so no request waits for that.
final class TlsLayer {
    private final SslContext context;
    private final URI target;
    private final Runnable onFailure;

    /// @param trust says which servers are trusted
    /// @param onFailure told of each connection whose server does not prove itself
    TlsLayer(URI target, SSLContext trust, boolean isHttp2, Runnable onFailure) {
        this.target = target;
        this.onFailure = onFailure;
        ApplicationProtocolConfig version =
                new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        isHttp2
                                ? ApplicationProtocolNames.HTTP_2
                                : ApplicationProtocolNames.HTTP_1_1);
        context =
                new JdkSslContext(
                        trust,
                        true,
                        null,
                        IdentityCipherSuiteFilter.INSTANCE,
                        version,
                        ClientAuth.NONE,
                        null,
                        false);
    }

    void addTo(Channel channel) {
        SslHandler handler =
                context.newHandler(channel.alloc(), target.getHost(), target.getPort());
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        channel.pipeline().addLast(handler, new Proof());
    }

    /// Stands between TLS and what is above it.
    private final class Proof extends ChannelInboundHandlerAdapter {
        private boolean isGiven;

        @Override
        public void channelActive(ChannelHandlerContext active) {
            // Told when the proof is given.
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext active, Object event) {
            if (event instanceof SslHandshakeCompletionEvent end) {
                isGiven = end.isSuccess();
                if (isGiven) {
                    active.fireChannelActive();
                } else {
                    onFailure.run();
                }
            }
        }

        /// What TLS can not read is told as any other trouble of the network.
        @Override
        public void exceptionCaught(ChannelHandlerContext active, Throwable cause) {
            if (!isGiven) {
                return;
            }
            boolean isOfTls =
                    cause instanceof DecoderException && cause.getCause() instanceof IOException;
            active.fireExceptionCaught(isOfTls ? cause.getCause() : cause);
        }
    }
}
