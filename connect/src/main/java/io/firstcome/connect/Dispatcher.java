package io.firstcome.connect;

import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// Serves exchanges: finds the method by path and lets the protocol serve it.
public final class Dispatcher {
    private final Router router;
    private final ConnectUnary connect;

    /// @param maxBodyBytes of a request
    /// @param nanoTime the clock of deadlines
    /// @param ownErrors how errors are said that no handler gave, for example that a request is not
    ///   readable: gets the error as it stands, gives it with what the application adds to every
    ///   error
    public Dispatcher(
            Router router,
            int maxBodyBytes,
            LongSupplier nanoTime,
            UnaryOperator<RpcError> ownErrors) {
        this.router = router;
        this.connect = new ConnectUnary(maxBodyBytes, nanoTime, ownErrors);
    }

    /// Serves an exchange whose path names a service of the router; leaves others untouched.
    ///
    /// @return whether it is served
    public boolean serve(Exchange exchange) {
        String path = exchange.path();
        UnaryMethod<?, ?> method = router.method(path);
        if (method != null) {
            connect.serve(method, exchange);
            return true;
        }
        if (router.hasServiceOf(path)) {
            connect.refuse(
                    exchange,
                    new RpcError(
                            Code.UNIMPLEMENTED,
                            "path: " + Shown.of(path) + " (expected: a method of this service)"));
            return true;
        }
        return false;
    }
}
