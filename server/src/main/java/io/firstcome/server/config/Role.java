package io.firstcome.server.config;

import java.util.Locale;

/// What a node does of all that a server can do.
public enum Role {
    /// Everything.
    ALL,
    /// Serves operators: the admin API and their endpoints, no issue API.
    ADMIN,
    /// Serves users: the issue API; on the admin port operators' endpoints only.
    ISSUE;

    public boolean servesAdmin() {
        return this != ISSUE;
    }

    public boolean servesIssue() {
        return this != ADMIN;
    }

    /// As it is written in settings.
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
