package io.firstcome.verify.load;

import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.NetUtil;

import java.net.Inet4Address;

/// The way this machine talks to the network: epoll where there is, NIO elsewhere.
public enum Transport {
    EPOLL,
    NIO;

    /// The fastest transport that works here.
    public static Transport best() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    /// A new group of `threads` event loops; the caller shuts it down.
    public EventLoopGroup newEventLoops(int threads) {
        return new MultiThreadIoEventLoopGroup(threads, ioHandler());
    }

    /// Makes the channels of clients of `host`.
    public ChannelFactory<? extends SocketChannel> clientChannels(String host) {
        return switch (this) {
            case EPOLL ->
                    isIpv4Address(host)
                            ? () -> new EpollSocketChannel(SocketProtocolFamily.INET)
                            : EpollSocketChannel::new;
            case NIO -> NioSocketChannel::new;
        };
    }

    /// Makes channels that listen on `host`.
    public ChannelFactory<? extends ServerChannel> serverChannels(String host) {
        return switch (this) {
            case EPOLL ->
                    isIpv4Address(host)
                            ? () -> new EpollServerSocketChannel(SocketProtocolFamily.INET)
                            : EpollServerSocketChannel::new;
            case NIO -> NioServerSocketChannel::new;
        };
    }

    /// Whether sockets of IPv4 are enough: a name may stand for either kind, the any address is for
    /// both. Netty takes those of IPv6, which cost more with thousands of connections over IPv4.
    static boolean isIpv4Address(String host) {
        return NetUtil.createInetAddressFromIpAddressString(host) instanceof Inet4Address address
                && !address.isAnyLocalAddress();
    }

    private IoHandlerFactory ioHandler() {
        return switch (this) {
            case EPOLL -> EpollIoHandler.newFactory();
            case NIO -> NioIoHandler.newFactory();
        };
    }
}
