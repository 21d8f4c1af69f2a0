package io.firstcome.connect.service;

import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.Shown;
import io.firstcome.connect.service.health.v1.HealthCheckRequest;
import io.firstcome.connect.service.health.v1.HealthCheckResponse;
import io.firstcome.connect.service.health.v1.HealthCheckResponse.ServingStatus;
import io.firstcome.connect.service.health.v1.HealthProto;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// `grpc.health.v1.Health`: tells load balancers and probes which services are served. Of use by
/// several threads at once. The service with the empty name stands for the whole server.
///
/// Who watches and does not read is told the latest status once it does.
public final class Health {
    private final Map<String, ServingStatus> statuses = new HashMap<>();
    private final Set<Watcher> watchers = new HashSet<>();
    private boolean isClosed;

    /// Says whether a service is served.
    ///
    /// @param service its full name, or the empty name
    public synchronized void set(String service, boolean isServing) {
        statuses.put(service, isServing ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
        watchers.forEach(Watcher::tell);
    }

    /// Says that no service is served any more, and ends the calls of those who watch.
    public synchronized void close() {
        isClosed = true;
        statuses.replaceAll((_, _) -> ServingStatus.NOT_SERVING);
        watchers.forEach(Watcher::tellLast);
        watchers.clear();
    }

    /// Adds the service to what a server serves.
    public void addTo(Router.Builder router) {
        ServiceDescriptor service = HealthProto.getDescriptor().findServiceByName("Health");
        HealthCheckRequest request = HealthCheckRequest.getDefaultInstance();
        router.unary(service.findMethodByName("Check"), request, this::check);
        router.serverStream(service.findMethodByName("Watch"), request, this::watch);
    }

    private synchronized void check(
            Call call, HealthCheckRequest request, Reply<HealthCheckResponse> reply) {
        ServingStatus status = statuses.get(request.getService());
        if (status == null) {
            reply.error(
                    new RpcError(
                            Code.NOT_FOUND,
                            "service: "
                                    + Shown.of(request.getService())
                                    + " (expected: a service of this server)"));
        } else {
            reply.ok(response(status));
        }
    }

    private synchronized void watch(
            Call call, HealthCheckRequest request, Responses<HealthCheckResponse> responses) {
        Watcher watcher = new Watcher(request.getService(), responses);
        if (isClosed) {
            watcher.tellLast();
            return;
        }
        watchers.add(watcher);
        call.onCancel(() -> remove(watcher));
        watcher.tell();
    }

    private synchronized void remove(Watcher watcher) {
        watchers.remove(watcher);
    }

    private static HealthCheckResponse response(ServingStatus status) {
        return HealthCheckResponse.newBuilder().setStatus(status).build();
    }

    /// Somebody who wants to know.
    private final class Watcher {
        private final String service;
        private final Responses<HealthCheckResponse> responses;
        private ServingStatus told = ServingStatus.UNKNOWN;

        Watcher(String service, Responses<HealthCheckResponse> responses) {
            this.service = service;
            this.responses = responses;
        }

        void tell() {
            ServingStatus status = statuses.getOrDefault(service, ServingStatus.SERVICE_UNKNOWN);
            if (status == told) {
                return;
            }
            if (responses.isReady()) {
                told = status;
                responses.send(response(status));
            } else {
                responses.whenReady(this::tellLater);
            }
        }

        void tellLast() {
            tell();
            responses.end();
        }

        private void tellLater() {
            synchronized (Health.this) {
                tell();
            }
        }
    }
}
