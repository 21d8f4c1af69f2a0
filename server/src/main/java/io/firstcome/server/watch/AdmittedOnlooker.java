package io.firstcome.server.watch;

import io.firstcome.connect.RpcError;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import java.util.function.BooleanSupplier;

/// Somebody who looks on for as long as he may: whose key is revoked is told so, and sees no more.
///
/// @param isAdmitted whether he still may
record AdmittedOnlooker(Ticker.Onlooker onlooker, BooleanSupplier isAdmitted)
        implements Ticker.Onlooker {
    @Override
    public boolean look() {
        if (!isAdmitted.getAsBoolean()) {
            stop(Errors.of(Reason.KEY_REQUIRED));
            return false;
        }
        return onlooker.look();
    }

    @Override
    public void stop(RpcError why) {
        onlooker.stop(why);
    }
}
