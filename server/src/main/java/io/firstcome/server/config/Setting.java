package io.firstcome.server.config;

/// A key as it was set somewhere.
///
/// @param text its value as it was written
/// @param source where it was written, for people
record Setting(Key<?> key, String text, String source) {
    /// The value as it may be shown.
    String shownText() {
        return key.secret() ? "***" : text;
    }

    /// Never shows a secret.
    @Override
    public String toString() {
        return key.name() + ": " + shownText() + " from " + source;
    }
}
