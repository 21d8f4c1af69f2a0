package io.firstcome.connect.example;

import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.service.Health;
import io.firstcome.connect.service.Reflection;

/// Greets by name, and counts.
final class Greeter {
    private static final ServiceDescriptor GREET =
            GreetProto.getDescriptor().findServiceByName("GreetService");

    private static final RpcError NAMELESS =
            new RpcError(Code.INVALID_ARGUMENT, "name: missing (expected: whom to greet)");

    private Greeter() {}

    static Router router() {
        Router.Builder router = Router.builder();
        router.unary(
                GREET.findMethodByName("Greet"), GreetRequest.getDefaultInstance(), Greeter::greet);
        router.serverStream(
                GREET.findMethodByName("Count"), CountRequest.getDefaultInstance(), Greeter::count);
        Health health = new Health();
        health.set("", true);
        health.addTo(router); // grpc.health.v1
        Reflection.addTo(router); // grpc.reflection.v1, for grpcurl and the like
        return router.build();
    }

    private static void greet(Call call, GreetRequest request, Reply<GreetResponse> reply) {
        if (request.getName().isEmpty()) {
            reply.error(NAMELESS);
        } else {
            reply.ok(GreetResponse.newBuilder().setText("Hi " + request.getName()).build());
        }
    }

    private static void count(Call call, CountRequest request, Responses<CountResponse> responses) {
        new Counter(request.getTo(), responses).run();
    }
}
