package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.StringValue;

import io.firstcome.connect.Call;
import io.firstcome.connect.Fault;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

/// Faults, as an application says them.
@ParameterizedClass
@EnumSource
class FaultErrorsTest extends WireTest {

    FaultErrorsTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        Limits limits =
                new Limits(1024, 8192, 10, 100, Duration.ofMillis(200), Duration.ofSeconds(20));
        return ConnectServer.builder(Orders.watching(FaultErrorsTest::watch))
                .limits(limits)
                .faultErrors(FaultErrorsTest::said);
    }

    private static RpcError said(Fault fault, RpcError error) {
        if (error.message().contains("\"unsayable\"")) {
            throw new IllegalStateException("secret");
        }
        return new RpcError(error.code(), error.message(), List.of(StringValue.of(fault.name())));
    }

    private static void watch(
            Call call, DynamicMessage order, Responses<DynamicMessage> responses) {
        assertThat(call.protocol()).isNotNull();
        if (Orders.name(order).equals("throw")) {
            throw new IllegalStateException("secret");
        }
        responses.send(order);
    }

    private static void isSaid(WireCall call, Fault fault) throws Exception {
        WireEnd end = call.awaitEnd();
        assertThat(end.code()).isEqualTo(fault.code().wireName());
        assertThat(end.details()).containsExactly(Any.pack(StringValue.of(fault.name())));
    }

    @Test
    void sayEveryFault() throws Exception {
        isSaid(client.call("Watch").send(2, new byte[0]), Fault.MALFORMED);
        isSaid(client.call("Watch").send(0, new byte[] {1}), Fault.MALFORMED);
        isSaid(client.call("Watch", wire.timeoutHeader(), "x").end(), Fault.MALFORMED);
        isSaid(client.call("Watch").send(0, new byte[1025]), Fault.TOO_LARGE);
        isSaid(client.call("Watch").sendBytes(new byte[] {0}), Fault.TOO_SLOW);
        isSaid(client.call("Watch", wire.encodingHeader(), "br").end(), Fault.UNSUPPORTED);
        isSaid(client.call("Nothing").end(), Fault.UNSUPPORTED);
        isSaid(
                client.call("Watch", wire.timeoutHeader(), wire.millis(10)).send("x").end(),
                Fault.DEADLINE_PASSED);
        isSaid(client.call("Watch").send("throw").end(), Fault.FAILED);
    }

    @Test
    void areNotNeeded() throws Exception {
        WireEnd end = client.call("Watch", wire.encodingHeader(), "unsayable").end().awaitEnd();
        assertThat(end.code()).isEqualTo("unimplemented");
        assertThat(end.details()).isEmpty();
    }
}
