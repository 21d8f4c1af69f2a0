package io.firstcome.connect.example;

import io.firstcome.connect.Call;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.RpcError;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Says of every call how it ended.
record AccessLog(Consumer<String> lines) implements Interceptor {
    @Override
    public void end(Call call, @Nullable RpcError error) {
        lines.accept(call.method().getFullName() + " " + (error == null ? "ok" : error));
    }
}
