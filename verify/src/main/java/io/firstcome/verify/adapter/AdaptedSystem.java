package io.firstcome.verify.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Told;
import io.firstcome.verify.client.AnswerReader;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.Json;
import io.firstcome.verify.client.RefusalMemory;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.client.SystemUnderTest;
import io.firstcome.verify.load.RequestTemplate;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// A system that an adapter describes.
final class AdaptedSystem implements SystemUnderTest {
    /// Stands for the nine digits while a request is put together.
    private static final String DIGITS = "\u0000";

    private static final int DIGITS_LENGTH = 9;

    private final Adapter adapter;
    private final HttpCalls calls;
    private final SystemClock clock;
    private final Set<String> falseStatuses = new ConcurrentSkipListSet<>();
    private List<CouponPaths.Entry> listed = List.of();
    private String namePrefix = "";
    private boolean startTold;
    private boolean fresh;

    AdaptedSystem(Adapter adapter, HttpCalls calls) {
        this.adapter = adapter;
        this.calls = calls;
        clock = new SystemClock(calls);
    }

    @Override
    public ServerClock clock() throws InterruptedException {
        return clock.measure();
    }

    /// The start is a whole second, as many systems know no parts of one.
    @Override
    public Campaign create(long coupons, Instant asked) throws InterruptedException {
        Adapter.Creation creation = adapter.create();
        if (creation == null) {
            throw new ApiException(
                    "adapter " + adapter.name() + ": makes no campaigns (expected: --campaign ID)",
                    false);
        }
        Instant start = asked.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        String name = "verify-" + Long.toString(System.currentTimeMillis(), 36);
        Map<String, String> values =
                Map.of(
                        "name", name,
                        "coupons", Long.toString(coupons),
                        "start", start.toString(),
                        "start-seconds", Long.toString(start.getEpochSecond()),
                        "start-millis", Long.toString(start.toEpochMilli()));
        Json created = calls.call(creation.request().with(values));
        String id = creation.id() == null ? name : creation.id().in(created).text();
        if (id.isEmpty()) {
            throw new ApiException("create: the answer has no id (expected: at create.id)", false);
        }
        CouponList list = adapter.list();
        if (list != null) {
            list.requireProgram(id);
        }
        fresh = true;
        startTold = creation.request().usesStart();
        return Campaign.limited(id, coupons, startTold ? start : Instant.now());
    }

    @Override
    public Campaign get(String campaignId, long coupons) throws InterruptedException {
        Adapter.CampaignPaths paths = adapter.campaign();
        if (paths == null) {
            return Campaign.limited(campaignId, coupons, Instant.now());
        }
        Json json = calls.callUntil(paths.request().with(Map.of("campaign", campaignId)));
        String limit = text(paths.limit(), json);
        String start = text(paths.start(), json);
        String end = text(paths.end(), json);
        startTold = !start.isEmpty();
        try {
            return new Campaign(
                    campaignId,
                    limit.isEmpty() ? coupons : Long.valueOf(limit),
                    startTold ? CouponPaths.instant(start) : Instant.now(),
                    end.isEmpty() ? null : CouponPaths.instant(end));
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw new ApiException("campaign: " + broken.getMessage(), false);
        }
    }

    private static String text(@Nullable Pointer pointer, Json json) {
        return pointer == null ? "" : pointer.in(json).text();
    }

    @Override
    public Listing listing(Campaign campaign) throws InterruptedException {
        CouponList list = adapter.list();
        if (list == null) {
            return Listing.EMPTY;
        }
        CouponList.Read read = list.read(calls, campaign.id());
        listed = read.entries();
        List<Coupon> coupons = new ArrayList<>(listed.size());
        for (CouponPaths.Entry entry : listed) {
            coupons.add(coupon(entry, coupons.size() + 1, campaign.start()));
        }
        return new Listing(coupons, coupons.stream().map(Coupon::code).toList(), read.count());
    }

    private Coupon coupon(CouponPaths.Entry entry, int position, Instant start) {
        String code = entry.code().isEmpty() ? entry.id() : entry.code();
        Instant issuedAt = entry.issuedAt();
        return new Coupon(
                entry.user().isEmpty() ? "whoever got " + code : crowdName(entry.user()),
                entry.ordinal() == 0 ? position : entry.ordinal(),
                code,
                issuedAt == null ? start : issuedAt);
    }

    private String crowdName(String told) {
        return adapter.users().name(told, namePrefix);
    }

    /// A request that names nobody carries the digits where no system looks.
    @Override
    public RequestTemplate request(Campaign campaign, String prefix) {
        namePrefix = prefix;
        String user = adapter.users().prefix(prefix) + DIGITS;
        Request request =
                adapter.ask().with(Map.of("campaign", campaign.id())).withSafe("user", user);
        StringBuilder text = new StringBuilder();
        text.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
        header(text, "Host", calls.issueUrl().getAuthority());
        if (!adapter.namesUsers()) {
            header(text, "User-Agent", "firstcome-verify/" + DIGITS);
        }
        String body = request.body();
        if (body != null) {
            int spare = body.contains(DIGITS) ? DIGITS_LENGTH - DIGITS.length() : 0;
            if (!request.hasHeader("Content-Type")) {
                header(text, "Content-Type", "application/json");
            }
            header(text, "Content-Length", "" + (body.getBytes(UTF_8).length + spare));
        }
        request.headers().forEach((name, value) -> header(text, name, value));
        text.append("\r\n").append(body == null ? "" : body);
        String whole = text.toString();
        int digits = whole.indexOf(DIGITS);
        return RequestTemplate.of(
                whole.substring(0, digits), whole.substring(digits + DIGITS.length()));
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    @Override
    public AnswerReader reader() {
        AdaptedAnswers answers = new AdaptedAnswers(adapter, this::crowdName, falseStatuses);
        return new RefusalMemory(reply -> answers.read(reply.status(), reply.bodyText()));
    }

    @Override
    public History judged(History heard) {
        boolean lost =
                heard.asks().stream().map(ask -> ask.outcome()).anyMatch(Reconciliation::mayBeLost);
        Untold untold = new Untold(!startTold || !clock.isKnown(), lost || !fresh);
        Told told = new Told(untold.facts(adapter), adapter.codes(), List.copyOf(falseStatuses));
        return new Reconciliation(adapter, heard, listed).judged(told);
    }

    @Override
    public void close() {
        calls.close();
    }
}
