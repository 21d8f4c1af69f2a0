package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

final class SecretUserHashTest {
    private final UserHash hash = withSecret(1);

    private static UserHash withSecret(int seed) {
        byte[] secret = new byte[16];
        new SplittableRandom(seed).nextBytes(secret);
        return new SecretUserHash(secret);
    }

    private int tag(String user) {
        return hash.tag(user, 0, user.length());
    }

    @Test
    void aUserHasTheSameTagInsideALongerText() {
        String text = "가나다user-1\u001fuser-22\u001f😀";
        assertThat(hash.tag(text, 3, 9)).isEqualTo(tag("user-1"));
        assertThat(hash.tag(text, 10, 17)).isEqualTo(tag("user-22"));
        assertThat(hash.tag(text, 18, 20)).isEqualTo(tag("😀"));
    }

    @Test
    void anotherSecretMakesOtherTags() {
        UserHash other = withSecret(2);
        assertThat(other.tag("user-1", 0, 6)).isNotEqualTo(tag("user-1"));
    }

    @Test
    void usersThatDifferInLengthOnlyHaveDifferentTags() {
        Set<Integer> tags = new HashSet<>();
        String user = "";
        for (int length = 1; length <= 128; length++) {
            user += "a";
            tags.add(tag(user));
        }
        assertThat(tags).hasSize(128);
    }

    /// Of a million random tags of 32 bits about 116 are there before.
    @Test
    void tagsOfConsecutiveUsersCollideNoMoreThanRandomOnes() {
        Set<Integer> tags = HashSet.newHashSet(1_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            tags.add(tag("user-" + i));
        }
        assertThat(tags).hasSizeGreaterThan(1_000_000 - 200);
    }

    @Test
    void tagsOfConsecutiveUsersSpreadEvenlyOverTheirFirstBits() {
        int[] counts = new int[256];
        for (int i = 0; i < 256_000; i++) {
            counts[tag("user-" + i) >>> 24]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(800, 1_200);
        }
    }
}
