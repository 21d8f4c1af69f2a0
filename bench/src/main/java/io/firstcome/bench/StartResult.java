package io.firstcome.bench;

import io.firstcome.bench.StartStudy.Start;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How long servers took to start.
///
/// @param fresh with a new ledger
/// @param again with one of so many coupons
record StartResult(int coupons, List<Start> fresh, List<Start> again, List<String> failures)
        implements StudyResult {
    StartResult {
        fresh = List.copyOf(fresh);
        again = List.copyOf(again);
        failures = List.copyOf(failures);
    }

    @Override
    public void print(PrintStream out) {
        print("new ledger", fresh, out);
        print(String.format(Locale.ROOT, "%,d coupons", coupons), again, out);
    }

    private static void print(String what, List<Start> starts, PrintStream out) {
        print(what + ", ready", spread(starts, Start::readyMillis), out);
        print(what + ", answered", spread(starts, Start::answeredMillis), out);
    }

    private static void print(String what, Spread spread, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-28s after %.0f to %.0f ms, median %.0f%n",
                what,
                spread.least(),
                spread.most(),
                spread.median());
    }

    private static Spread spread(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Spread.of(starts.stream().mapToDouble(figure));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("coupons", coupons);
        members.put("newLedger", members(fresh));
        members.put("filledLedger", members(again));
        return members;
    }

    private static Map<String, @Nullable Object> members(List<Start> starts) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("readyMillis", spread(starts, Start::readyMillis).members());
        members.put("answeredMillis", spread(starts, Start::answeredMillis).members());
        return members;
    }
}
