package io.firstcome.connect.conformance;

import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;

import io.firstcome.connect.Code;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.RpcError;

import java.util.List;

/// What the suite says, in the words of the server under test.
final class Answers {
    private Answers() {}

    static void add(List<Header> headers, Metadata metadata) {
        for (Header header : headers) {
            header.getValueList().forEach(value -> metadata.add(header.getName(), value));
        }
    }

    static RpcError error(Error error) {
        String name = error.getCode().name().substring("CODE_".length());
        return new RpcError(Code.valueOf(name), error.getMessage(), error.getDetailsList());
    }
}
