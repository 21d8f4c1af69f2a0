package io.firstcome.testkit;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/// A JDBC connection whose calls to the database, and those of its statements and results, fail by
/// a [FaultPlan] with an [SQLException].
public final class FaultyJdbc {
    /// What is returned as one of these fails by the plan too.
    private static final Set<Class<?>> WRAPPED =
            Set.of(
                    CallableStatement.class,
                    PreparedStatement.class,
                    Statement.class,
                    ResultSet.class,
                    Connection.class);

    /// The calls that reach the database, so that they can fail; `execute…` too.
    private static final Set<String> FALLIBLE =
            Set.of(
                    "prepareStatement",
                    "prepareCall",
                    "createStatement",
                    "setAutoCommit",
                    "commit",
                    "rollback",
                    "next",
                    "close");

    private FaultyJdbc() {}

    /// `connection`, failing by `plan`; the same object where nothing is planned.
    public static Connection wrap(Connection connection, FaultPlan plan) {
        return plan == FaultPlan.NONE
                ? connection
                : (Connection) proxy(Connection.class, connection, plan);
    }

    private static Object proxy(Class<?> type, Object target, FaultPlan plan) {
        InvocationHandler handler = (_, method, arguments) -> call(target, method, arguments, plan);
        return Proxy.newProxyInstance(
                FaultyJdbc.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments, FaultPlan plan)
            throws Throwable {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        Fault fault = isFallible(method) ? plan.next(name) : Fault.NONE;
        if (fault == Fault.BEFORE) {
            throw new SQLException("planned fault before " + name);
        }
        Object result = wrapped(method.getReturnType(), invoke(target, method, arguments), plan);
        if (fault == Fault.AFTER) {
            throw new SQLException("planned fault after " + name);
        }
        return result;
    }

    private static boolean isFallible(Method method) {
        return FALLIBLE.contains(method.getName()) || method.getName().startsWith("execute");
    }

    private static @Nullable Object invoke(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static @Nullable Object wrapped(
            Class<?> type, @Nullable Object result, FaultPlan plan) {
        return result != null && WRAPPED.contains(type) ? proxy(type, result, plan) : result;
    }
}
