package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class FaultyJdbcTest {
    /// The calls that reached the database, which answers every one of them.
    private final List<String> reached = new ArrayList<>();

    private Connection wrapped(FaultPlan plan) {
        return FaultyJdbc.wrap((Connection) database(Connection.class), plan);
    }

    private Object database(Class<?> type) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (_, method, _) -> {
                    reached.add(method.getName());
                    return answer(method);
                });
    }

    private @Nullable Object answer(Method method) {
        Class<?> type = method.getReturnType();
        if (Set.of(PreparedStatement.class, Statement.class, ResultSet.class).contains(type)) {
            return database(type);
        }
        if (type == boolean.class) {
            return true;
        }
        return type == int.class ? 7 : null;
    }

    private static NthCall fault(int n, NthCall.Mode mode) {
        NthCall fault = new NthCall(n, mode);
        fault.arm();
        return fault;
    }

    @Test
    void aConnectionWithoutAPlanIsLeftAlone() {
        Connection connection = (Connection) database(Connection.class);
        assertThat(FaultyJdbc.wrap(connection, FaultPlan.NONE)).isSameAs(connection);
    }

    @Test
    void aCallThatFailsBeforeItsEffectDoesNotReachTheDatabase() {
        Connection connection = wrapped(fault(1, NthCall.Mode.BEFORE));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(connection::commit)
                .withMessage("planned fault before Connection.commit");
        assertThat(reached).isEmpty();
    }

    @Test
    void aCallThatFailsAfterItsEffectReachesTheDatabase() {
        Connection connection = wrapped(fault(1, NthCall.Mode.AFTER));
        assertThatExceptionOfType(SQLException.class).isThrownBy(connection::commit);
        assertThat(reached).containsExactly("commit");
    }

    @Test
    void onlyTheNthCallFails() throws SQLException {
        Connection connection = wrapped(fault(2, NthCall.Mode.BEFORE));
        connection.commit();
        assertThatExceptionOfType(SQLException.class).isThrownBy(connection::rollback);
        connection.commit();
        assertThat(reached).containsExactly("commit", "commit");
    }

    @Test
    void whenTheStoreIsGoneEveryCallFailsButWhatIsClosedIsClosed() {
        Connection connection = wrapped(fault(1, NthCall.Mode.FOR_GOOD));
        assertThatExceptionOfType(SQLException.class).isThrownBy(connection::commit);
        assertThatExceptionOfType(SQLException.class).isThrownBy(connection::rollback);
        assertThatExceptionOfType(SQLException.class).isThrownBy(connection::close);
        assertThat(reached).containsExactly("close");
    }

    @Test
    void statementsAndResultsFailByTheSamePlan() throws SQLException {
        NthCall fault = fault(4, NthCall.Mode.BEFORE);
        try (PreparedStatement statement = wrapped(fault).prepareStatement("select 1")) {
            ResultSet result = statement.executeQuery();
            assertThat(result.next()).isTrue();
            assertThatExceptionOfType(SQLException.class).isThrownBy(result::next);
            assertThat(result.getInt(1)).isEqualTo(7);
        }
        assertThat(fault.isReached()).isTrue();
    }

    @Test
    void callsThatStayInTheDriverAreNotCounted() throws SQLException {
        NthCall fault = fault(2, NthCall.Mode.BEFORE);
        PreparedStatement statement = wrapped(fault).prepareStatement("insert");
        statement.setString(1, "a");
        statement.setInt(2, 5);
        statement.addBatch();
        assertThatExceptionOfType(SQLException.class).isThrownBy(statement::executeBatch);
    }

    @Test
    void theExceptionOfTheDriverComesThrough() {
        SQLException cause = new SQLException("disk full");
        Connection failing =
                (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, _, _) -> {
                                    throw cause;
                                });
        Connection connection = FaultyJdbc.wrap(failing, fault(9, NthCall.Mode.BEFORE));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(connection::commit)
                .isSameAs(cause);
    }
}
