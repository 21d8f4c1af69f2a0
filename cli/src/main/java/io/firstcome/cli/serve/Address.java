package io.firstcome.cli.serve;

import io.firstcome.cli.client.ServerUrl;
import io.firstcome.server.config.ServerConfig.Listen;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;

/// Where a running server is reached from its machine.
record Address(InetAddress bind, int adminPort, int issuePort, boolean hasTls) {
    URI admin() {
        return url(adminPort);
    }

    URI issue() {
        return url(issuePort);
    }

    /// What a command has to be told to reach the admin API; empty when it knows.
    String adminFlag() {
        return admin().equals(ServerUrl.LOCAL_ADMIN) ? "" : " --admin " + admin();
    }

    /// What a command has to be told to reach the issue API; empty when it knows.
    String issueFlag() {
        return issue().equals(ServerUrl.LOCAL_ISSUE) ? "" : " --issue " + issue();
    }

    private URI url(int port) {
        InetAddress host = bind.isAnyLocalAddress() ? Listen.DEFAULT.bind() : bind;
        String address = host.getHostAddress();
        return URI.create(
                (hasTls ? "https://" : "http://")
                        + (host instanceof Inet6Address ? "[" + address + "]" : address)
                        + ":"
                        + port);
    }
}
