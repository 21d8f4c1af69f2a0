package io.firstcome.connect.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import connectrpc.conformance.v1.ConfigOuterClass.Protocol;
import connectrpc.conformance.v1.ServerCompat.ServerCompatRequest;
import connectrpc.conformance.v1.ServerCompat.ServerCompatResponse;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

class RunnerTest {
    private static final byte[] GRPC_WEB = {0, 0, 0, 2, 8, 3};

    @Test
    void readsAMessageWithItsLengthInFront() throws IOException {
        ServerCompatRequest request = Runner.readRequest(new ByteArrayInputStream(GRPC_WEB));
        assertThat(request.getProtocol()).isEqualTo(Protocol.PROTOCOL_GRPC_WEB);
    }

    @Test
    void writesAMessageWithItsLengthInFront() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Runner.writeResponse(out, ServerCompatResponse.newBuilder().setPort(7).build());
        assertThat(out.toByteArray()).containsExactly(0, 0, 0, 2, 16, 7);
    }

    @Test
    void refusesAMessageThatEndsEarly() {
        assertThatThrownBy(() -> Runner.readRequest(new ByteArrayInputStream(GRPC_WEB, 0, 5)))
                .isInstanceOf(EOFException.class)
                .hasMessage("request: 1 bytes (expected: 2)");
    }

    @Test
    void refusesALengthThatIsNone() {
        byte[] text = {'o', 'o', 'p', 's'};
        assertThatThrownBy(() -> Runner.readRequest(new ByteArrayInputStream(text)))
                .isInstanceOf(IOException.class)
                .hasMessage("request: 1869574259 bytes (expected: 0 to 1048576)");
    }
}
