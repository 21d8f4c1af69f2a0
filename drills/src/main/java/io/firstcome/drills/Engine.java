package io.firstcome.drills;

import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.MariaDbServer;
import io.firstcome.databases.PostgresServer;

/// The databases that nodes can share in a drill, by their names on the command line.
enum Engine {
    POSTGRESQL {
        @Override
        DatabaseServer start() {
            return PostgresServer.startDurable();
        }
    },
    MARIADB {
        @Override
        DatabaseServer start() {
            return MariaDbServer.start();
        }
    };

    /// Starts a server whose commits are durable when they are answered.
    abstract DatabaseServer start();
}
