package io.firstcome.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.SplittableRandom;

class Ff1Test {
    /// The key of the NIST samples for AES-256; those for AES-128 and AES-192 are its beginnings.
    private static final byte[] NIST_KEY =
            HexFormat.of()
                    .parseHex(
                            "2B7E151628AED2A6ABF7158809CF4F3C"
                                    + "EF4359D8D580AA4F7F036D6F04FC6A94");

    @ParameterizedTest
    @CsvSource({
        "16, 10, '',                     0123456789,          2433477484",
        "16, 10, 39383736353433323130,   0123456789,          6124200773",
        "16, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
        "24, 10, '',                     0123456789,          2830668132",
        "24, 10, 39383736353433323130,   0123456789,          2496655549",
        "24, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
        "32, 10, '',                     0123456789,          6657667009",
        "32, 10, 39383736353433323130,   0123456789,          1001623463",
        "32, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd",
    })
    void theOracleAgreesWithAllNistSamples(
            int keyBytes, int radix, String tweak, String plain, String cipher) {
        FPEFF1Engine oracle = oracle(nistKey(keyBytes), radix, HexFormat.of().parseHex(tweak));
        byte[] numerals = new byte[plain.length()];
        for (int i = 0; i < numerals.length; i++) {
            numerals[i] = (byte) Character.digit(plain.charAt(i), radix);
        }
        oracle.processBlock(numerals, 0, numerals.length, numerals, 0);
        StringBuilder encrypted = new StringBuilder();
        for (byte numeral : numerals) {
            encrypted.append(Character.forDigit(numeral, radix));
        }
        assertThat(encrypted).hasToString(cipher);
    }

    @ParameterizedTest
    @CsvSource({"16, 2433477484", "24, 2830668132", "32, 6657667009"})
    void agreesWithTheNistSamplesWithoutTweak(int keyBytes, long cipher) {
        Ff1 ff1 = new Ff1(new CodeKey(nistKey(keyBytes)), 10, 10);
        assertThat(encrypt(ff1, 123456789)).isEqualTo(cipher);
        assertThat(decrypt(ff1, cipher)).isEqualTo(123456789);
    }

    @ParameterizedTest
    @CsvSource({
        "46, 10", "46, 9", "46, 8", "46, 7", "46, 6", "46, 5", "46, 4", "10, 6", "10, 7", "10, 10",
        "10, 18", "36, 10", "36, 5", "2, 20", "2, 62", "256, 3", "200, 5"
    })
    void agreesWithBouncyCastleInEveryShapeOfHalf(int radix, int length) {
        SplittableRandom random = new SplittableRandom(radix * 100L + length);
        for (int keyBytes : new int[] {16, 24, 32}) {
            byte[] key = new byte[keyBytes];
            random.nextBytes(key);
            assertAgreesWithOracle(key, radix, length, random);
        }
    }

    private static void assertAgreesWithOracle(
            byte[] key, int radix, int length, SplittableRandom random) {
        Ff1 ff1 = new Ff1(new CodeKey(key), radix, length);
        FPEFF1Engine oracle = oracle(key, radix, new byte[0]);
        long[] numbers = random.longs(1_000, 0, ff1.domain()).toArray();
        numbers[0] = 0;
        numbers[1] = ff1.domain() - 1;
        long[] expected =
                Arrays.stream(numbers).map(n -> encrypt(oracle, n, radix, length)).toArray();
        long[] encrypted = numbers.clone();
        ff1.encrypt(encrypted);
        assertThat(encrypted).isEqualTo(expected);
        ff1.decrypt(encrypted);
        assertThat(encrypted).isEqualTo(numbers);
    }

    @Test
    void permutesAWholeDomain() {
        Ff1 ff1 = new Ff1(new CodeKey(NIST_KEY), 46, 4);
        long[] numbers = new long[(int) ff1.domain()];
        Arrays.setAll(numbers, i -> i);
        ff1.encrypt(numbers);
        BitSet seen = new BitSet();
        for (long number : numbers) {
            seen.set((int) number);
        }
        assertThat(seen.cardinality()).isEqualTo(46 * 46 * 46 * 46);
        assertThat(seen.length()).isEqualTo(46 * 46 * 46 * 46);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Ff1.LANES - 1, Ff1.LANES, Ff1.LANES + 1, 3 * Ff1.LANES + 7})
    void aBatchOfAnySizeEqualsItsNumbersOneByOne(int size) {
        Ff1 ff1 = new Ff1(new CodeKey(NIST_KEY), 46, 10);
        long[] numbers = new long[size];
        Arrays.setAll(numbers, i -> 1_000_000_007L * i);
        long[] oneByOne = Arrays.stream(numbers).map(n -> encrypt(ff1, n)).toArray();
        ff1.encrypt(numbers);
        assertThat(numbers).isEqualTo(oneByOne);
    }

    @Test
    void refusesNumbersOutsideTheDomain() {
        Ff1 ff1 = new Ff1(new CodeKey(NIST_KEY), 10, 6);
        assertThatThrownBy(() -> encrypt(ff1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> decrypt(ff1, 1_000_000))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({"10, 5", "46, 3", "46, 11", "2, 63", "36, 12"})
    void refusesADomainThatIsTooSmallOrTooLarge(int radix, int length) {
        CodeKey key = new CodeKey(NIST_KEY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ff1(key, radix, length))
                .withMessageStartingWith("length: " + length + " (expected: ");
    }

    private static byte[] nistKey(int bytes) {
        return Arrays.copyOf(NIST_KEY, bytes);
    }

    private static long encrypt(Ff1 ff1, long number) {
        long[] numbers = {number};
        ff1.encrypt(numbers);
        return numbers[0];
    }

    private static long decrypt(Ff1 ff1, long number) {
        long[] numbers = {number};
        ff1.decrypt(numbers);
        return numbers[0];
    }

    private static FPEFF1Engine oracle(byte[] key, int radix, byte[] tweak) {
        FPEFF1Engine engine = new FPEFF1Engine();
        engine.init(true, new FPEParameters(new KeyParameter(key), radix, tweak));
        return engine;
    }

    private static long encrypt(FPEFF1Engine oracle, long number, int radix, int length) {
        byte[] numerals = new byte[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            numerals[i] = (byte) (rest % radix);
            rest /= radix;
        }
        oracle.processBlock(numerals, 0, length, numerals, 0);
        long encrypted = 0;
        for (byte numeral : numerals) {
            encrypted = encrypted * radix + Byte.toUnsignedInt(numeral);
        }
        return encrypted;
    }
}
