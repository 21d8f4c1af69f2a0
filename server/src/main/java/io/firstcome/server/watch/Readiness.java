package io.firstcome.server.watch;

import io.firstcome.connect.RpcError;
import io.firstcome.connect.service.Health;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Tells load balancers and probes, as soon as it changes, whether the server takes requests.
final class Readiness implements Ticker.Onlooker {
    private final Health health;
    private final List<String> services;
    private final BooleanSupplier isReady;
    private boolean told;

    Readiness(Health health, List<String> services, BooleanSupplier isReady) {
        this.health = health;
        this.services = services;
        this.isReady = isReady;
        tell();
    }

    private void tell() {
        services.forEach(service -> health.set(service, told));
    }

    @Override
    public boolean look() {
        boolean now = isReady.getAsBoolean();
        if (now != told) {
            told = now;
            tell();
        }
        return true;
    }

    @Override
    public void stop(RpcError why) {
        health.close();
    }
}
