package io.firstcome.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/// An engine with its connections wrapped.
record WrappedEngine(Engine engine, UnaryOperator<Connection> wrapping) implements Engine {
    @Override
    public Connection connectForWriting() throws SQLException {
        return wrapping.apply(engine.connectForWriting());
    }

    @Override
    public Connection connectForReading() throws SQLException {
        return wrapping.apply(engine.connectForReading());
    }

    @Override
    public Schema.Migration migration() {
        return engine.migration();
    }

    @Override
    public void begin(Session session) throws SQLException {
        engine.begin(session);
    }

    @Override
    public boolean isBusy(SQLException failure) {
        return engine.isBusy(failure);
    }

    @Override
    public void commit(Session session) throws SQLException {
        engine.commit(session);
    }

    @Override
    public void rollback(Session session) throws SQLException {
        engine.rollback(session);
    }

    @Override
    public String insertCoupons() {
        return engine.insertCoupons();
    }

    @Override
    public String insertUserCoupons() {
        return engine.insertUserCoupons();
    }

    @Override
    public String joinedUsers() {
        return engine.joinedUsers();
    }

    @Override
    public void close() {
        engine.close();
    }
}
