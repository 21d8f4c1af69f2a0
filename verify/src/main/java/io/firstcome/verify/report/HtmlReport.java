package io.firstcome.verify.report;

import io.firstcome.check.Campaign;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.verify.load.LoadSummary;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A run as one page, which needs nothing but itself; less than 1 MB, however long the run was.
final class HtmlReport {
    private static final String STYLE = style();

    private final StringBuilder page = new StringBuilder();

    private HtmlReport() {}

    static String write(Account account) {
        HtmlReport report = new HtmlReport();
        report.head(account);
        report.verdict(account.verdict());
        History history = account.history();
        if (history != null) {
            new HistorySection(history, report.page).write();
        }
        report.settings(account);
        report.page.append("</main></html>\n");
        return report.page.toString();
    }

    private static String style() {
        try (InputStream style = HtmlReport.class.getResourceAsStream("report.css")) {
            if (style == null) {
                throw new IllegalStateException("report.css: absent (expected: beside the class)");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void head(Account account) {
        History history = account.history();
        String title = history == null ? "verify" : "verify: campaign " + history.campaign().id();
        page.append(
                """
                <!doctype html>
                <html lang=en>
                <meta charset=utf-8>
                <meta name=viewport content="width=device-width, initial-scale=1">
                <meta name=color-scheme content="light dark">
                <meta http-equiv=Content-Security-Policy content="default-src 'none'; \
                style-src 'unsafe-inline'">
                <title>%s: %s</title>
                <style>
                %s</style>
                <main>
                <header>
                <h1>%s</h1>
                %s</header>
                """
                        .formatted(
                                account.verdict().passed() ? "PASS" : "FAIL",
                                Html.escape(title),
                                STYLE,
                                Html.escape(title),
                                history == null ? "" : campaign(history.campaign())));
    }

    private static String campaign(Campaign campaign) {
        Long limit = campaign.limit();
        return String.format(
                Locale.ROOT,
                "<p>%s, opening at <time>%s</time>%s</p>%n",
                limit == null
                        ? "unlimited coupons"
                        : String.format(Locale.ROOT, "%,d coupons", limit),
                campaign.start(),
                campaign.end() == null ? "" : ", ending at <time>" + campaign.end() + "</time>");
    }

    private void verdict(Verdict verdict) {
        page.append(
                """
                <p class="banner %s"><strong>%s</strong> <span lang=ko>%s</span></p>
                """
                        .formatted(
                                verdict.passed() ? "PASS" : "FAIL",
                                Html.escape(TextReport.sentence(verdict)),
                                korean(verdict)));
        page.append(Html.heading("Promises", "약속"));
        page.append(
                """
                <div class=scroll tabindex=0 role=region aria-label=Promises><table>
                <thead><tr><th scope=col>Result<th scope=col>Promise<th scope=col>Evidence</thead>
                <tbody>
                """);
        verdict.findings().forEach(this::finding);
        page.append("</tbody></table></div>\n");
        if (verdict.findings().stream().anyMatch(Finding::isAbridged)) {
            page.append("<p class=note>%s</p>\n".formatted(TextReport.ABRIDGED));
        }
    }

    private void finding(Finding finding) {
        page.append(
                "<tr><td><span class='result %1$s'>%1$s</span><th scope=row>%2$s<td>%3$s\n"
                        .formatted(
                                finding.result(),
                                Html.escape(finding.promise()),
                                Html.escape(finding.evidence())));
    }

    private static String korean(Verdict verdict) {
        int promises = verdict.findings().size();
        if (!verdict.passed()) {
            return "불합격: 약속 %d개 중 %d개가 깨졌습니다%s"
                    .formatted(promises, verdict.broken(), unjudged(verdict));
        }
        if (verdict.warnings() + verdict.skipped() == 0) {
            return "합격: 약속 %d개를 모두 지켰습니다".formatted(promises);
        }
        String warned =
                verdict.warnings() == 0 ? "" : ", %d개는 주의가 필요합니다".formatted(verdict.warnings());
        return "합격: 약속 %d개 중 깨진 것은 없습니다%s%s".formatted(promises, warned, unjudged(verdict));
    }

    private static String unjudged(Verdict verdict) {
        return verdict.skipped() == 0 ? "" : ", %d개는 판정하지 못했습니다".formatted(verdict.skipped());
    }

    private void settings(Account account) {
        Settings settings = account.settings();
        LoadSummary load = account.load();
        if (settings == null && load == null) {
            return;
        }
        page.append(Html.heading("Settings", "설정"));
        page.append("<table class=pairs><tbody>\n");
        if (settings != null) {
            settings.values().forEach((name, value) -> pair(words(name), value));
        }
        if (load != null) {
            load(load);
        }
        page.append("</tbody></table>\n");
        if (settings != null) {
            command(settings.command());
        }
    }

    private void load(LoadSummary load) {
        pair("requests sent", Html.count(load.sent()));
        pair("requests answered", Html.count(load.answered()));
        pair("requests of which nothing is known", Html.count(load.unknown()));
        pair("failed connects", Html.count(load.connectFailures()));
    }

    /// `leadMillis` as people write it.
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private void pair(Object name, Object value) {
        page.append(
                "<tr><th scope=row>%s<td>%s\n".formatted(Html.escape(name), Html.escape(value)));
    }

    private void command(@Nullable String command) {
        if (command != null) {
            page.append(Html.heading("Run it again", "다시 실행"));
            page.append("<pre tabindex=0><code>%s</code></pre>\n".formatted(Html.escape(command)));
        }
    }
}
