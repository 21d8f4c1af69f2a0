package io.firstcome.core.code;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Objects;

import javax.crypto.Cipher;

/// Format-preserving encryption FF1 of NIST SP 800-38G with an empty tweak: a secret permutation of
/// the numbers below radix^length, each standing for its numeral string of that length.
///
/// The string is split into u = ⌊length/2⌋ numerals on the left and v = length - u on the right.
/// This class is for radix^v ≤ 2^31, so that a half is an `int`, from which follows:
///
/// - b, the bytes that hold a half, is ⌈⌈v·log2(radix)⌉/8⌉ ≤ 4.
/// - d, the bytes of a round's output, is 4⌈b/4⌉ + 4 = 8: one `long`, the first half of one AES
///   block; stretching the block (step 6.iii) never applies.
/// - Q, with a tweak of t = 0 bytes, is 15 - b zeros, the round number in one byte and the half in
///   b bytes: one block, of which only the second `long` is not zero.
/// - PRF(P ‖ Q) is the CBC-MAC AES(AES(P) ⊕ Q), and P never changes: a round costs one AES block.
///
/// For coupon codes, radix 46 and length 10: 5·log2(46) = 27.6 bits, so b = 4 and d = 8.
///
/// Not thread-safe: the cipher and its buffers are inside, so an instance belongs to one owner.
final class Ff1 {
    /// Numbers permuted side by side: a round of all of them is one call of the cipher.
    static final int LANES = 256;

    private static final int ROUNDS = 10;
    private static final int BLOCK = 16;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final long leftModulus;
    private final long rightModulus;
    private final int halfBits;
    private final Cipher aes;
    private final byte[] input = new byte[LANES * BLOCK];
    private final byte[] output = new byte[LANES * BLOCK];
    private final int[] left = new int[LANES];
    private final int[] right = new int[LANES];
    private final long prefix;

    /// @param radix 2 to 256
    /// @param length such that radix^length ≥ 1,000,000 (the standard's minimum) and
    ///   radix^⌈length/2⌉ ≤ 2^31
    Ff1(CodeKey key, int radix, int length) {
        leftModulus = power(radix, length / 2);
        rightModulus = power(radix, length - length / 2);
        if (rightModulus > 1L << 31 || domain() < 1_000_000) {
            throw new IllegalArgumentException(
                    "length: " + length + " (expected: a domain of 10^6 to 2^62 numbers)");
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(rightModulus - 1);
        halfBits = Math.ceilDiv(bits, Byte.SIZE) * Byte.SIZE;
        aes = encryptor(key);
        prefix = encryptPrefix(radix, length);
    }

    /// How many numbers are permuted: 0 to `domain() - 1`.
    long domain() {
        return leftModulus * rightModulus;
    }

    /// Replaces each number by its encryption; every [#LANES] numbers cost ten calls of the cipher.
    void encrypt(long[] numbers) {
        for (int from = 0; from < numbers.length; from += LANES) {
            int lanes = split(numbers, from);
            for (int i = 0; i < ROUNDS; i++) {
                round(i, lanes, true);
            }
            join(numbers, from, lanes);
        }
    }

    /// Undoes [#encrypt]: the rounds in reverse order, each subtracting what it had added.
    void decrypt(long[] numbers) {
        for (int from = 0; from < numbers.length; from += LANES) {
            int lanes = split(numbers, from);
            for (int i = ROUNDS - 1; i >= 0; i--) {
                round(i, lanes, false);
            }
            join(numbers, from, lanes);
        }
    }

    private int split(long[] numbers, int from) {
        int lanes = Math.min(LANES, numbers.length - from);
        for (int lane = 0; lane < lanes; lane++) {
            long number = Objects.checkIndex(numbers[from + lane], domain());
            left[lane] = (int) (number / rightModulus);
            right[lane] = (int) (number % rightModulus);
        }
        return lanes;
    }

    private void join(long[] numbers, int from, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            numbers[from + lane] = left[lane] * rightModulus + right[lane];
        }
    }

    /// Even rounds change the left half by the right one, odd rounds the right by the left: the
    /// standard's swap of A and B after each round, without moving anything.
    private void round(int i, int lanes, boolean adding) {
        boolean even = i % 2 == 0;
        int[] source = even ? right : left;
        int[] target = even ? left : right;
        long modulus = even ? leftModulus : rightModulus;
        long query = prefix ^ (long) i << halfBits;
        for (int lane = 0; lane < lanes; lane++) {
            LONG.set(input, lane * BLOCK + Long.BYTES, query ^ source[lane]);
        }
        encryptBlocks(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            long y = Long.remainderUnsigned((long) LONG.get(output, lane * BLOCK), modulus);
            long sum = target[lane] + (adding ? y : modulus - y);
            target[lane] = (int) (sum < modulus ? sum : sum - modulus);
        }
    }

    /// Puts the first half of AES(P) into every lane, where it stays, and returns the second half.
    private long encryptPrefix(int radix, int length) {
        LONG.set(input, 0, 0x010201_000000_0A_00L | (long) radix << 16 | length / 2);
        LONG.set(input, Long.BYTES, (long) length << Integer.SIZE);
        encryptBlocks(1);
        for (int lane = 0; lane < LANES; lane++) {
            System.arraycopy(output, 0, input, lane * BLOCK, Long.BYTES);
        }
        return (long) LONG.get(output, Long.BYTES);
    }

    private void encryptBlocks(int blocks) {
        try {
            aes.doFinal(input, 0, blocks * BLOCK, output);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES failed on whole blocks", e);
        }
    }

    private static Cipher encryptor(CodeKey key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key.aes());
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES", e);
        }
    }

    private static long power(int radix, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, radix);
        }
        return power;
    }
}
