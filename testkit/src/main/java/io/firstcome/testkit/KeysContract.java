package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiRole;
import io.firstcome.core.campaign.Campaign;

import org.junit.jupiter.api.Test;

/// Keys: they are kept, and those that are revoked too, as such.
abstract class KeysContract extends LedgerTopic {
    KeysContract(LedgerFactory factory) {
        super(factory);
    }

    private static ApiKey key(String secret, ApiRole role, long micros) {
        return new ApiKey(new ApiKeySecret(secret).hash(), role, "for " + secret, micros, null);
    }

    @Test
    void aNewLedgerHasNone() {
        assertThat(ledger().keys().list()).isEmpty();
    }

    @Test
    void theyAreKeptAsTheyAreAndListedTheOldestFirst() {
        ApiKey late = key("late", ApiRole.ADMIN, T0 + 2);
        ApiKey early = key("키", ApiRole.ISSUER, T0 + 1);
        ledger().keys().add(late);
        ledger().keys().add(early);
        reopen();
        assertThat(ledger().keys().list()).containsExactly(early, late);
    }

    @Test
    void oneThatIsRevokedStaysRevokedAndKeepsTheFirstTime() {
        ApiKey one = key("one", ApiRole.ISSUER, T0);
        ApiKey other = key("other", ApiRole.ISSUER, T0 + 1);
        ledger().keys().add(one);
        ledger().keys().add(other);
        assertThat(ledger().keys().revoke(one.id(), T0 + 5)).isTrue();
        assertThat(ledger().keys().revoke(one.id(), T0 + 6)).isTrue();
        reopen();
        assertThat(ledger().keys().list()).containsExactly(one.revoked(T0 + 5), other);
    }

    @Test
    void whatIsNoKeyCanNotBeRevoked() {
        ApiKey key = key("one", ApiRole.ADMIN, T0);
        ledger().keys().add(key);
        assertThat(ledger().keys().revoke("000000000000", T0)).isFalse();
        assertThat(ledger().keys().revoke("", T0)).isFalse();
        assertThat(ledger().keys().list()).containsExactly(key);
    }

    @Test
    void theyAreMadeWhileCouponsAreIssued() {
        Campaign campaign = open("drop", 2);
        ask(campaign, "kim");
        ledger().keys().add(key("one", ApiRole.ADMIN, T0));
        ask(campaign, "lee");
        assertThat(issuances(campaign)).hasSize(2);
        assertThat(ledger().keys().list()).hasSize(1);
    }
}
