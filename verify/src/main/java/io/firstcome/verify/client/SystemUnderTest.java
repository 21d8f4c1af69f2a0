package io.firstcome.verify.client;

import io.firstcome.check.Campaign;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.verify.load.RequestTemplate;

import java.time.Instant;

/// A system that issues coupons, as a judge speaks to it.
///
/// Calls that fail are an [ApiException].
public interface SystemUnderTest extends AutoCloseable {
    /// Reads the system's clock.
    ServerClock clock() throws InterruptedException;

    /// Makes a campaign of so many coupons; it may start a little later than asked for.
    Campaign create(long coupons, Instant start) throws InterruptedException;

    /// As above, with an end.
    default Campaign create(long coupons, Instant start, Instant end) throws InterruptedException {
        throw new ApiException(
                "end: " + end + " (expected: none, of a system behind an adapter)", false);
    }

    /// A campaign that exists.
    ///
    /// @param coupons how many coupons it has, for a system that does not tell
    Campaign get(String campaignId, long coupons) throws InterruptedException;

    /// Everything that a campaign has issued.
    Listing listing(Campaign campaign) throws InterruptedException;

    /// The request for a coupon.
    ///
    /// @param namePrefix what the names of all who ask begin with; nine digits follow
    RequestTemplate request(Campaign campaign, String namePrefix);

    /// A new reader of the answers to that request.
    AnswerReader reader();

    /// The history as it is judged: what was heard and what is listed, brought together.
    History judged(History heard);

    @Override
    void close();
}
