package io.firstcome.bench;

/// What is read off a round.
enum Figure {
    REQUESTS_PER_SECOND("requestsPerSecond"),
    P50_MILLIS("p50Millis"),
    P99_MILLIS("p99Millis"),
    SERVER_CPU_MICROS("serverCpuMicrosPerRequest"),
    GENERATOR_CPU_MICROS("generatorCpuMicrosPerRequest");

    private final String key;

    Figure(String key) {
        this.key = key;
    }

    /// Its name in JSON.
    String key() {
        return key;
    }

    double of(Round round) {
        return switch (this) {
            case REQUESTS_PER_SECOND -> round.requestsPerSecond();
            case P50_MILLIS -> round.p50Millis();
            case P99_MILLIS -> round.p99Millis();
            case SERVER_CPU_MICROS -> round.serverCpuMicrosPerRequest();
            case GENERATOR_CPU_MICROS -> round.generatorCpuMicrosPerRequest();
        };
    }
}
