package io.firstcome.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.core.code.CodeReading.NoPosition;
import io.firstcome.core.code.CodeReading.Position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.SplittableRandom;

class CouponCodesTest {
    private static final int LAST = Integer.MAX_VALUE;
    private static final CodeKey KEY =
            new CodeKey(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));

    private final CouponCodes codes = new CouponCodes(KEY);

    @ParameterizedTest
    @CsvSource({
        "0, 1, 다저오어도버너루서머",
        "0, 2, 자버사수로부서3구조",
        "1, 1, 1저더자모8수61보",
        "19753698, 2147483647, 머더수루5모고가로오",
    })
    void codesOfAKeyNeverChange(long campaignNumber, int ordinal, String code) {
        assertThat(codes.code(campaignNumber, ordinal)).isEqualTo(code);
        assertThat(codes.decode(code)).isEqualTo(new Position(campaignNumber, ordinal));
    }

    @Test
    void campaignsFillTheCodeSpace() {
        BigInteger space = BigInteger.valueOf(46).pow(10);
        assertThat(BigInteger.valueOf(CouponCodes.CAMPAIGNS)).isEqualTo(space.shiftRight(31));
    }

    @Test
    void twoMillionCouponsInARowHaveTheirOwnCodes() {
        int count = 2_000_000;
        String[] batch = codes.codes(42, 1, count);
        for (int i = 0; i < count; i++) {
            assertPosition(batch[i], 42, i + 1);
        }
        assertThat(new HashSet<>(Arrays.asList(batch)).size()).isEqualTo(count);
    }

    /// Plain comparisons: AssertJ would take most of the time of two million.
    private void assertPosition(String code, long campaignNumber, int ordinal) {
        if (code.length() != CouponCodes.LENGTH
                || !(codes.decode(code) instanceof Position(long campaign, int decoded))
                || campaign != campaignNumber
                || decoded != ordinal) {
            throw new AssertionError(code + " of " + ordinal + ": " + codes.decode(code));
        }
    }

    @Test
    void couponsFarApartReadBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long campaignNumber = random.nextLong(CouponCodes.CAMPAIGNS);
            int ordinal = random.nextInt(1, LAST);
            assertPosition(codes.code(campaignNumber, ordinal), campaignNumber, ordinal);
        }
    }

    @Test
    void aBatchEqualsItsCodesOneByOne() {
        String[] batch = codes.codes(7, 100, 1_000);
        for (int i = 0; i < batch.length; i++) {
            assertThat(batch[i]).isEqualTo(codes.code(7, 100 + i));
        }
        assertThat(codes.codes(7, 100, 0)).isEmpty();
    }

    @Test
    void aBatchMayEndAtTheLastOrdinal() {
        assertThat(codes.codes(0, LAST - 1, 2))
                .containsExactly(codes.code(0, LAST - 1), codes.code(0, LAST));
        assertThat(codes.decode(codes.code(0, LAST))).isEqualTo(new Position(0, LAST));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, CouponCodes.CAMPAIGNS, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesACampaignWithoutRange(long campaignNumber) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codes.code(campaignNumber, 1))
                .withMessage("campaignNumber: " + campaignNumber + " (expected: 0 to 19753698)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void refusesAnOrdinalBelowOne(int ordinal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codes.code(0, ordinal))
                .withMessage("firstOrdinal: " + ordinal + " (expected: 1 or more)");
    }

    @ParameterizedTest
    @CsvSource({
        "2147483647, 2, 1",
        "2147483646, 3, 2",
        "1, -1, 2147483647",
        "5, -2147483648, 2147483643",
        "2147483647, 2147483647, 1"
    })
    void refusesABatchBeyondTheLastOrdinal(int firstOrdinal, int count, int most) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codes.codes(0, firstOrdinal, count))
                .withMessage("count: " + count + " (expected: 0 to " + most + ")");
    }

    @Test
    void numbersWithoutCouponAreNoPosition() {
        long beyond = CouponCodes.CAMPAIGNS << 31;
        for (long number : new long[] {0, 5L << 31, beyond, beyond + 1, codeSpace() - 1}) {
            assertThat(codes.decode(codeOfNumber(number))).isEqualTo(new NoPosition());
        }
        assertThat(codes.decode(codeOfNumber(beyond - 1)))
                .isEqualTo(new Position(CouponCodes.CAMPAIGNS - 1, LAST));
    }

    @Test
    void anotherKeyGivesOtherCodes() {
        CouponCodes others = new CouponCodes(new CodeKey(new byte[16]));
        assertThat(others.codes(0, 1, 1_000)).doesNotContain(codes.codes(0, 1, 1_000));
    }

    @Test
    void neighboursAgreeInASymbolOnlyByChance() {
        String[] batch = codes.codes(0, 1, 460_001);
        for (int place = 0; place < CouponCodes.LENGTH; place++) {
            int same = 0;
            for (int i = 1; i < batch.length; i++) {
                same += batch[i].charAt(place) == batch[i - 1].charAt(place) ? 1 : 0;
            }
            // Binomial with n = 460,000 and p = 1/46: mean 10,000, standard deviation 99.
            assertThat(same).as("place %d", place).isBetween(9_500, 10_500);
        }
    }

    @Test
    void everyPlaceUsesAllSymbolsEvenly() {
        String[] batch = codes.codes(3, 1, 460_000);
        for (int place = 0; place < CouponCodes.LENGTH; place++) {
            double chiSquare = 0;
            for (int count : counts(batch, place)) {
                chiSquare += Math.pow(count - 10_000, 2) / 10_000;
            }
            // 45 degrees of freedom: mean 45, and above 100 once in 200,000 times.
            assertThat(chiSquare).as("place %d", place).isLessThan(100);
        }
    }

    private static int[] counts(String[] batch, int place) {
        int[] counts = new int[Alphabet.SIZE];
        for (String code : batch) {
            counts[Alphabet.value(code.charAt(place))]++;
        }
        return counts;
    }

    private static long codeSpace() {
        return 42_420_747_482_776_576L;
    }

    private static String codeOfNumber(long number) {
        long[] numbers = {number};
        new Ff1(KEY, Alphabet.SIZE, CouponCodes.LENGTH).encrypt(numbers);
        return Alphabet.print(numbers[0], CouponCodes.LENGTH);
    }
}
