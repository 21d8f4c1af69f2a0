package io.firstcome.cli.serve;

import io.firstcome.cli.client.ServerUrl;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;

/// Where a running server is reached.
record Address(InetAddress host, int adminPort, int issuePort) {
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
        String address = host.getHostAddress();
        String host = this.host instanceof Inet6Address ? "[" + address + "]" : address;
        return URI.create("http://" + host + ":" + port);
    }
}
