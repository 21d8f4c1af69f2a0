package io.firstcome.connect.vertx;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.util.NetUtil;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TcpConfig;
import io.vertx.core.spi.transport.Transport;

import org.jspecify.annotations.Nullable;

import java.net.Inet4Address;
import java.util.concurrent.ThreadFactory;

/// A transport of Vert.x with an [AcceptGate] on its server sockets: the only place where a
/// connection is seen before its first byte.
///
/// On one address of IPv4 epoll listens with sockets of IPv4. Netty's choice is those of IPv6,
/// which take both, and cost more with thousands of connections over IPv4.
final class GatedTransport implements Transport, io.vertx.core.transport.Transport {
    private final io.vertx.core.transport.Transport transport;
    private final Transport delegate;
    private final AcceptGate gate;
    private final boolean listensOnIpv4;

    private GatedTransport(
            io.vertx.core.transport.Transport transport, AcceptGate gate, boolean listensOnIpv4) {
        this.transport = transport;
        this.delegate = transport.implementation();
        this.gate = gate;
        this.listensOnIpv4 = listensOnIpv4;
    }

    /// The native transport of this machine if there is one, else the JDK's.
    ///
    /// @param host what the server listens on
    static GatedTransport best(AcceptGate gate, String host) {
        io.vertx.core.transport.Transport best =
                io.vertx.core.transport.Transport.nativeTransport();
        boolean isNative = best != null && best.available();
        return new GatedTransport(
                isNative ? best : io.vertx.core.transport.Transport.NIO, gate, isIpv4Address(host));
    }

    /// Whether sockets of IPv4 are enough: a name may stand for either kind, the any address is for
    /// both.
    static boolean isIpv4Address(String host) {
        return NetUtil.createInetAddressFromIpAddressString(host) instanceof Inet4Address address
                && !address.isAnyLocalAddress();
    }

    @Override
    public void configure(TcpConfig config, boolean domainSocket, ServerBootstrap bootstrap) {
        delegate.configure(config, domainSocket, bootstrap);
        bootstrap.handler(gate);
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public boolean available() {
        return transport.available();
    }

    @Override
    public Transport implementation() {
        return this;
    }

    @Override
    public boolean supportsDomainSockets() {
        return delegate.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return delegate.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
        return delegate.isAvailable();
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return delegate.unavailabilityCause();
    }

    @Override
    public java.net.SocketAddress convert(SocketAddress address) {
        return delegate.convert(address);
    }

    @Override
    public SocketAddress convert(java.net.SocketAddress address) {
        return delegate.convert(address);
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return delegate.ioHandlerFactory();
    }

    @Override
    public EventLoopGroup eventLoopGroup(
            int type, int threads, ThreadFactory threadFactory, int ioRatio) {
        return delegate.eventLoopGroup(type, threads, threadFactory, ioRatio);
    }

    @Override
    @SuppressWarnings("deprecation") // the parameter's type is Vert.x's choice
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return delegate.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends DatagramChannel> datagramChannelFactory() {
        return delegate.datagramChannelFactory();
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return delegate.channelFactory(domainSocket);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        boolean isEpoll = transport.equals(io.vertx.core.transport.Transport.EPOLL);
        return listensOnIpv4 && isEpoll && !domainSocket
                ? () -> new EpollServerSocketChannel(SocketProtocolFamily.INET)
                : delegate.serverChannelFactory(domainSocket);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
        delegate.configure(channel, options);
    }

    @Override
    public void configure(TcpConfig config, boolean domainSocket, Bootstrap bootstrap) {
        delegate.configure(config, domainSocket, bootstrap);
    }
}
