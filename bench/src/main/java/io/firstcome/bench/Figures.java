package io.firstcome.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The results of one subject: medians over its rounds, and how far the rounds were apart.
record Figures(
        double requestsPerSecond,
        double p50Millis,
        double p99Millis,
        double serverCpuMicrosPerRequest,
        double generatorCpuMicrosPerRequest,
        double slowestRequestsPerSecond,
        double fastestRequestsPerSecond) {

    static Figures of(List<Round> rounds) {
        double[] rates = sorted(rounds, Round::requestsPerSecond);
        return new Figures(
                median(rounds, Round::requestsPerSecond),
                median(rounds, Round::p50Millis),
                median(rounds, Round::p99Millis),
                median(rounds, Round::serverCpuMicrosPerRequest),
                median(rounds, Round::generatorCpuMicrosPerRequest),
                rates[0],
                rates[rates.length - 1]);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] values = sorted(rounds, figure);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static double[] sorted(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }
}
