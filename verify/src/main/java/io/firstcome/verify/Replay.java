package io.firstcome.verify;

import io.firstcome.check.Checker;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Verdict;
import io.firstcome.verify.history.HistoryFile;
import io.firstcome.verify.report.Account;
import io.firstcome.verify.report.ReportOptions;
import io.firstcome.verify.report.TextReport;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Judges saved histories again: without a server and without load.
public final class Replay {
    private final PrintStream out;
    private final TextReport report;
    private final ReportOptions reported;
    private final List<Finding> findings = new ArrayList<>();
    private final List<History> listings = new ArrayList<>();

    private Replay(PrintStream out, ReportOptions reported) {
        this.out = out;
        this.reported = reported;
        report = new TextReport(out);
    }

    /// Judges each history by every promise, and several by what they show together; reports to
    /// `out`. A file that is no history is an `IOException` whose message says where.
    public static Verdict run(List<Path> files, PrintStream out) throws IOException {
        return run(files, ReportOptions.TEXT_ONLY, out);
    }

    /// As above, and writes the files that are asked for, which tell of one history only; an
    /// `IllegalArgumentException` when there are more.
    public static Verdict run(List<Path> files, ReportOptions reported, PrintStream out)
            throws IOException {
        if (files.size() > 1 && !reported.equals(ReportOptions.TEXT_ONLY)) {
            throw new IllegalArgumentException(
                    "--replay: %d files (expected: one, with --json or --html)"
                            .formatted(files.size()));
        }
        Replay replay = new Replay(out, reported);
        for (Path file : files) {
            replay.judge(file);
        }
        if (files.size() > 1) {
            out.println();
            out.println("together");
            replay.report(List.of(Checker.checkTogether(replay.listings)));
        }
        return new Verdict(replay.findings);
    }

    private void judge(Path file) throws IOException {
        History history = HistoryFile.read(file);
        out.printf(
                Locale.ROOT,
                "%s: campaign %s, %,d asks, %,d coupons%n",
                file,
                history.campaign().id(),
                history.asks().size(),
                history.after().coupons().size());
        List<Finding> found = Checker.check(history);
        report(found);
        reported.write(new Account(new Verdict(found), history, null, null));
        listings.add(withoutAsks(history));
    }

    private void report(List<Finding> found) {
        report.verdict(new Verdict(found));
        findings.addAll(found);
    }

    /// What is kept until all are read.
    private static History withoutAsks(History history) {
        return new History(
                history.campaign(), 0, List.of(), Listing.EMPTY, history.after(), history.told());
    }
}
