// Creates a campaign of one coupon, asks for it, watches it go and streams its coupons, with the
// Java
// client: blocking calls, and a subscriber to what changes.

import io.firstcome.api.admin.v1.Campaign.State;
import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.client.FirstcomeClient;
import io.firstcome.client.IssueOutcome;
import io.firstcome.client.IssueOutcome.AlreadyIssued;
import io.firstcome.client.IssueOutcome.Held;
import io.firstcome.client.IssueOutcome.NotAttempted;
import io.firstcome.client.IssueOutcome.Refused;
import io.firstcome.client.IssueOutcome.Unknown;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/// What a campaign is told to be, one state after the other.
static final class States implements Subscriber<WatchCampaignResponse> {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(WatchCampaignResponse now) {
        told.add(now.getCampaign().getState().name());
    }

    @Override
    public void onError(Throwable thrown) {
        told.add(thrown.toString());
    }

    @Override
    public void onComplete() {
        told.add("no more");
    }

    /// Waits for a state; what is told meanwhile is not it.
    void await(String expected) throws InterruptedException {
        String last = "";
        for (String now = last; !now.equals(expected); now = told.poll(20, TimeUnit.SECONDS)) {
            check(now != null, "told: %s (expected: %s)".formatted(last, expected));
            last = now;
        }
    }
}

void main() throws InterruptedException {
    try (FirstcomeClient client =
            FirstcomeClient.builder()
                    .admin(server("FIRSTCOME_ADMIN_URL", "http://127.0.0.1:8081"))
                    .issue(server("FIRSTCOME_ISSUE_URL", "http://127.0.0.1:8082"))
                    .build()) {
        drop(client);
    }
}

void drop(FirstcomeClient client) throws InterruptedException {
    CreateCampaignRequest.Builder creation =
            CreateCampaignRequest.newBuilder().setName("java").setCouponIssueLimit(1);
    creation.getIssuanceStartTimeBuilder().setSeconds(client.getServerTime().getEpochSecond());
    String id = client.createCampaign(creation.build()).getCampaignId();

    States states = new States();
    client.async()
            .watchCampaign(WatchCampaignRequest.newBuilder().setCampaignId(id).build())
            .subscribe(states);
    states.await(State.OPEN.name());

    String first = answer(client.issueCoupon(id, "ada"));
    IssueOutcome again = client.issueCoupon(id, "ada");
    check(again instanceof AlreadyIssued && answer(again).equals(first), "asked again: " + again);
    String late = answer(client.issueCoupon(id, "grace"));
    check(late.equals("SoldOut[]"), "asked too late: " + late);

    states.await(State.SOLD_OUT.name());
    client.endCampaign(EndCampaignRequest.newBuilder().setCampaignId(id).build());
    states.await(State.ENDED.name());
    states.await("no more");

    List<String> users = users(client, StreamCouponsRequest.newBuilder().setCampaignId(id).build());
    check(users.equals(List.of("ada")), "users: " + users);
    IO.println("one coupon issued, given again, sold out, watched and streamed: " + first);
}

static String answer(IssueOutcome outcome) {
    return switch (outcome) {
        case Held held -> held.coupon().getOrdinal() + "번째: " + held.coupon().getCode();
        case Refused refused -> refused.toString();
        case NotAttempted(var failure) -> failure.koreanMessage();
        case Unknown(var failure) -> failure.koreanMessage();
    };
}

static List<String> users(FirstcomeClient client, StreamCouponsRequest request) {
    try (Stream<StreamCouponsResponse> coupons = client.streamCoupons(request)) {
        return coupons.flatMap(page -> page.getCouponsList().stream())
                .map(Coupon::getUserId)
                .toList();
    }
}

static URI server(String variable, String otherwise) {
    return URI.create(System.getenv().getOrDefault(variable, otherwise));
}

static void check(boolean isTrue, String found) {
    if (!isTrue) {
        throw new IllegalStateException(found);
    }
}
