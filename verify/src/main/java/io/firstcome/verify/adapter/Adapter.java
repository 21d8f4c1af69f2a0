package io.firstcome.verify.adapter;

import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.SystemUnderTest;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// How to judge a system that does not speak Firstcome's own API.
///
/// @param about the system in one line
/// @param ask the request for a coupon
/// @param answers what its answers mean; the first rule that fits decides
/// @param coupon where a coupon is told in an answer
/// @param create how a campaign is made; null: only `--campaign`
/// @param campaign how a campaign is read; null: it is not
/// @param list how to read what was issued; null: the system does not tell
/// @param codes a regular expression of its codes
public record Adapter(
        String name,
        String about,
        Request ask,
        Users users,
        List<Rule> answers,
        CouponPaths coupon,
        @Nullable Creation create,
        @Nullable CampaignPaths campaign,
        @Nullable CouponList list,
        String codes)
        implements Dialect {

    private static final String ANY_CODE = ".+";

    /// @param request makes a campaign; may use `${name}`, `${coupons}`, `${start}`,
    ///   `${start-seconds}`, `${start-millis}`
    /// @param id where its id is told; null: it is the name
    record Creation(Request request, @Nullable Pointer id) {}

    /// @param request reads a campaign; may use `${campaign}`
    record CampaignPaths(
            Request request,
            @Nullable Pointer limit,
            @Nullable Pointer start,
            @Nullable Pointer end) {}

    /// Reads an adapter; anything unknown, missing or senseless in it is an
    /// `IllegalArgumentException` that says the file, the line, the key and what is expected.
    ///
    /// @param file the name of the document, for messages
    public static Adapter parse(String file, String document) {
        YamlSection root = YamlSection.parse(file, document);
        root.only(
                "name", "about", "ask", "answers", "coupon", "create", "campaign", "list", "codes");
        Adapter adapter =
                new Adapter(
                        root.text("name"),
                        root.text("about"),
                        ask(root.section("ask")),
                        Users.of(root.section("ask")),
                        root.sections("answers").stream().map(Rule::of).toList(),
                        root.has("coupon")
                                ? CouponPaths.of(root.section("coupon"))
                                : CouponPaths.NONE,
                        creation(root.optionalSection("create")),
                        campaignPaths(root.optionalSection("campaign")),
                        CouponList.of(root.optionalSection("list")),
                        codes(root));
        adapter.validate(root);
        return adapter;
    }

    private static Request ask(YamlSection section) {
        section.only("server", "method", "path", "headers", "body", "users");
        Request ask = Request.of(section, false, List.of("user", "campaign"));
        if (ask.admin()) {
            throw section.wrong("server", "admin", "issue: the load goes there");
        }
        if (ask.count("user") > 1) {
            throw section.wrong("path", "${user} more than once", "at most once in the request");
        }
        return ask;
    }

    private static @Nullable Creation creation(@Nullable YamlSection section) {
        if (section == null) {
            return null;
        }
        section.only("server", "method", "path", "headers", "body", "id");
        List<String> variables =
                List.of("name", "coupons", "start", "start-seconds", "start-millis");
        return new Creation(Request.of(section, true, variables), section.optionalPointer("id"));
    }

    private static @Nullable CampaignPaths campaignPaths(@Nullable YamlSection section) {
        if (section == null) {
            return null;
        }
        section.only("server", "method", "path", "headers", "body", "limit", "start", "end");
        return new CampaignPaths(
                Request.of(section, true, List.of("campaign")),
                section.optionalPointer("limit"),
                section.optionalPointer("start"),
                section.optionalPointer("end"));
    }

    private static String codes(YamlSection root) {
        try {
            return Pattern.compile(root.textOr("codes", ANY_CODE)).pattern();
        } catch (PatternSyntaxException e) {
            throw root.wrong("codes", String.valueOf(e.getDescription()), "a regular expression");
        }
    }

    private void validate(YamlSection root) {
        if (answers.stream().noneMatch(rule -> rule.meaning() == Meaning.ISSUED)) {
            throw root.wrong("answers", "none means ISSUED", "one that does");
        }
        if (coupon.user() != null && !namesUsers()) {
            throw root.wrong("coupon", "user, of a request that names nobody", "${user} in ask");
        }
        if (list != null && list.entry().user() == null && !answersTellWhich()) {
            throw root.wrong(
                    "list",
                    "entries can not be told apart",
                    "entry.user, or code or id both in coupon and in list.entry");
        }
    }

    /// The same system, judged by its answers alone.
    public Adapter withoutList() {
        return with(name + ", without its list", null);
    }

    /// The same system with another list.
    Adapter with(String otherName, @Nullable CouponList otherList) {
        return new Adapter(
                otherName, about, ask, users, answers, coupon, create, campaign, otherList, codes);
    }

    /// Whether requests say who asks.
    boolean namesUsers() {
        return ask.count("user") == 1;
    }

    /// Whether a coupon is known by its id rather than by its code.
    private boolean byId() {
        boolean listed = list == null ? coupon.code() == null : list.entry().id() != null;
        return coupon.id() != null && listed;
    }

    private boolean byCode() {
        return coupon.code() != null && (list == null || list.entry().code() != null);
    }

    /// Where most is told of the coupons that there are.
    CouponPaths bestTold() {
        return list == null ? coupon : list.entry();
    }

    /// Whether an answer tells which coupon it is, so that it can be found in the list.
    boolean answersTellWhich() {
        return byId() || byCode();
    }

    /// Whether an answer can say that the coupon is not new.
    boolean answersTellAgain() {
        return answers.stream().anyMatch(rule -> rule.meaning() == Meaning.ISSUED_AGAIN);
    }

    /// What a coupon is known by in answers and in the list; empty: it is not told.
    String key(CouponPaths.Entry entry) {
        if (byId()) {
            return entry.id();
        }
        return byCode() ? entry.code() : "";
    }

    /// What the system wants to know of its callers stands in the adapter's headers.
    @Override
    public SystemUnderTest open(URI adminUrl, URI issueUrl, Duration patience, Caller caller) {
        return new AdaptedSystem(this, new HttpCalls(adminUrl, issueUrl, patience, caller));
    }
}
