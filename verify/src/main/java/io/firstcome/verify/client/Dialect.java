package io.firstcome.verify.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A way to speak to a system.
@FunctionalInterface
public interface Dialect {
    /// Opens the system behind these addresses.
    ///
    /// @param patience for how long a read is repeated while the system is away
    /// @param caller as whom it is spoken to
    SystemUnderTest open(URI adminUrl, URI issueUrl, Duration patience, Caller caller);

    /// Answers in this way to practise on, all over the same version of HTTP.
    default List<SampleAnswer> sampleAnswers() {
        return List.of(SampleAnswer.of(200, "{}"), SampleAnswer.of(409, "{}"));
    }

    /// What it is called in reports.
    default String name() {
        return "unnamed";
    }
}
