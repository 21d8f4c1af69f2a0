package io.firstcome.check;

import java.util.List;

/// The outcome of a judgement: one finding for each promise.
public record Verdict(List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    /// A verdict over a run that could not be made.
    public static Verdict impossible(String reason) {
        return new Verdict(List.of(new Finding("Run", Finding.Result.FAIL, reason)));
    }

    /// Whether no promise was broken; warnings do not count.
    public boolean passed() {
        return broken() == 0;
    }

    /// How many promises were broken.
    public long broken() {
        return count(Finding.Result.FAIL);
    }

    /// How many are worth a look though not broken.
    public long warnings() {
        return count(Finding.Result.WARN);
    }

    /// How many could not be judged, because the system does not tell enough.
    public long skipped() {
        return count(Finding.Result.SKIP);
    }

    private long count(Finding.Result result) {
        return findings.stream().filter(finding -> finding.result() == result).count();
    }

    /// 0 when all promises were kept, else 1.
    public int exitCode() {
        return passed() ? 0 : 1;
    }
}
