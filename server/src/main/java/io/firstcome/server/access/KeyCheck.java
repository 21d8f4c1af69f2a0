package io.firstcome.server.access;

import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.connect.Call;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.RpcError;
import io.firstcome.core.access.ApiRole;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;

/// Lets in whoever has a key for what is called, over every protocol. Health is told to everybody.
public final class KeyCheck implements Interceptor {
    private static final String ADMIN_PACKAGE = "admin.";
    private static final String HEALTH = "grpc.health.v1.Health";

    private final Keyring keyring;

    public KeyCheck(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public @Nullable RpcError begin(Call call) {
        ServiceDescriptor service = call.method().getService();
        if (service.getFullName().equals(HEALTH)) {
            return null;
        }
        ApiRole role = keyring.roleOf(call.header("authorization"));
        if (role == null) {
            call.responseHeaders().add("www-authenticate", "Bearer");
            return Errors.of(Reason.KEY_REQUIRED);
        }
        return role.includes(needed(service)) ? null : Errors.of(Reason.FORBIDDEN);
    }

    /// Of a call that was let in: tells whether it would be still.
    static BooleanSupplier admission(Keyring keyring, Call call) {
        ApiRole needed = needed(call.method().getService());
        return keyring.standing(call.header("authorization"), needed);
    }

    private static ApiRole needed(ServiceDescriptor service) {
        return service.getFullName().startsWith(ADMIN_PACKAGE) ? ApiRole.ADMIN : ApiRole.ISSUER;
    }
}
