package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class EnvelopeReaderTest {
    private static final int MAX_BYTES = 10;

    private final EnvelopeReader reader = new EnvelopeReader(MAX_BYTES);

    private static byte[] bytes(Envelope... envelopes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Envelope envelope : envelopes) {
            bytes.writeBytes(envelope.toBytes());
        }
        return bytes.toByteArray();
    }

    private static Envelope envelope(int flags, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return new Envelope(flags, bytes);
    }

    private static void drain(EnvelopeReader reader, List<String> into) throws FaultException {
        for (Envelope next = reader.next(); next != null; next = reader.next()) {
            into.add(next.flags() + Arrays.toString(next.data()));
        }
    }

    @Test
    void findsNothingInNothing() throws FaultException {
        assertThat(reader.next()).isNull();
        assertThat(reader.isPartial()).isFalse();
        reader.add(new byte[0]);
        assertThat(reader.next()).isNull();
        assertThat(reader.isPartial()).isFalse();
    }

    @Test
    void findsTheSameHoweverTheBytesAreCut() throws FaultException {
        byte[] bytes = bytes(envelope(0, 1, 2, 3), envelope(1), envelope(0x80, -1), envelope(3, 9));
        List<String> expected = List.of("0[1, 2, 3]", "1[]", "128[-1]", "3[9]");
        // Bit i of `cuts` says whether the bytes are cut after byte i.
        int sample = 0b1010_0111_0101_1011;
        for (int cuts = 0; cuts < 1 << (bytes.length - 1); cuts += 1 + cuts % sample) {
            EnvelopeReader fresh = new EnvelopeReader(MAX_BYTES);
            List<String> found = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if ((cuts >> i & 1) == 1 || i == bytes.length - 1) {
                    fresh.add(Arrays.copyOfRange(bytes, start, i + 1));
                    drain(fresh, found);
                    start = i + 1;
                }
            }
            assertThat(found).as("cuts: %s", Integer.toBinaryString(cuts)).isEqualTo(expected);
            assertThat(fresh.isPartial()).isFalse();
        }
    }

    @Test
    void findsTheSameInEverySplitOfTwoSmallEnvelopes() throws FaultException {
        byte[] bytes = bytes(envelope(0, 7), envelope(1, 8, 9));
        for (int cuts = 0; cuts < 1 << (bytes.length - 1); cuts++) {
            EnvelopeReader fresh = new EnvelopeReader(MAX_BYTES);
            List<String> found = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if ((cuts >> i & 1) == 1 || i == bytes.length - 1) {
                    fresh.add(Arrays.copyOfRange(bytes, start, i + 1));
                    start = i + 1;
                    // Also when pieces gather before they are looked at.
                    if (cuts % 3 != 0 || start == bytes.length) {
                        drain(fresh, found);
                    }
                }
            }
            assertThat(found).containsExactly("0[7]", "1[8, 9]");
        }
    }

    @Test
    void saysWhenAnEnvelopeHasBegun() throws FaultException {
        byte[] bytes = bytes(envelope(0, 1, 2));
        for (int i = 0; i < bytes.length; i++) {
            assertThat(reader.next()).isNull();
            assertThat(reader.isPartial()).isEqualTo(i > 0);
            reader.add(new byte[] {bytes[i]});
        }
        assertThat(reader.next()).isNotNull();
        assertThat(reader.isPartial()).isFalse();
    }

    @Test
    void takesAsMuchAsTheLimit() throws FaultException {
        reader.add(new Envelope(0, new byte[MAX_BYTES]).toBytes());
        assertThat(reader.next()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_BYTES + 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void refusesLengthsOverTheLimitOnceItKnowsThem(int length) throws FaultException {
        reader.add(new byte[] {0, (byte) (length >>> 24), (byte) (length >>> 16)});
        assertThat(reader.next()).isNull();
        reader.add(new byte[] {(byte) (length >>> 8), (byte) length});
        assertThatThrownBy(reader::next)
                .isInstanceOf(FaultException.class)
                .hasMessage("body: too large (expected: at most 10 bytes)");
    }

    @Test
    void leavesAPieceThatItWasGivenAsItIs() throws FaultException {
        byte[] bytes = bytes(envelope(0, 1), envelope(0, 2));
        byte[] piece = Arrays.copyOf(bytes, 8);
        reader.add(piece);
        assertThat(reader.next()).isNotNull();
        reader.add(Arrays.copyOfRange(bytes, 8, bytes.length));
        assertThat(reader.next()).isNotNull();
        assertThat(piece).isEqualTo(Arrays.copyOf(bytes, 8));
    }
}
