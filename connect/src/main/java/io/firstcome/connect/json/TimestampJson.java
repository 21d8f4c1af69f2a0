package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// Instants, in RFC 3339. With any offset they are read, in UTC they are written.
final class TimestampJson extends ValueJson {
    private static final int SECONDS_TAG = tag(1, VARINT);
    private static final int NANOS_TAG = tag(2, VARINT);

    /// 0001-01-01T00:00:00Z.
    private static final long SECONDS_MIN = -62_135_596_800L;

    /// 9999-12-31T23:59:59Z.
    private static final long SECONDS_MAX = 253_402_300_799L;

    private static final String DATE_TIME = "0000-00-00T00:00:00";
    private static final String OFFSET = "00:00";
    private static final int NANO_DIGITS = 9;

    TimestampJson() {
        super(DELIMITED, "RFC 3339 with an offset, for example 2025-06-23T20:57:00+09:00");
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        json.requireString();
        String text = json.textAsString();
        require(hasForm(text, 0, DATE_TIME));
        int zone = fractionEnd(text);
        long seconds = utcSeconds(text) - offsetSeconds(text, zone);
        require(seconds >= SECONDS_MIN && seconds <= SECONDS_MAX);
        int opened = wire.open();
        wire.varint(SECONDS_TAG);
        wire.varint(seconds);
        wire.varint(NANOS_TAG);
        wire.varint(nanos(text, zone));
        wire.close(opened);
    }

    private static void require(boolean matches) throws MismatchException {
        if (!matches) {
            throw new MismatchException();
        }
    }

    /// Whether `text` at `from` has digits where `form` has zeros, and the same as it elsewhere.
    private static boolean hasForm(String text, int from, String form) {
        for (int i = 0; i < form.length(); i++) {
            char expected = form.charAt(i);
            char c = from + i < text.length() ? text.charAt(from + i) : 0;
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /// Seconds since 1970 if the time is one of UTC.
    private static long utcSeconds(String text) throws MismatchException {
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new MismatchException();
        }
    }

    private static int fractionEnd(String text) throws MismatchException {
        int end = DATE_TIME.length();
        if (!text.startsWith(".", end)) {
            return end;
        }
        int start = ++end;
        while (hasForm(text, end, "0")) {
            end++;
        }
        require(end > start && end - start <= NANO_DIGITS);
        return end;
    }

    private static int nanos(String text, int fractionEnd) {
        int start = DATE_TIME.length() + 1;
        if (fractionEnd < start) {
            return 0;
        }
        int nanos = number(text, start, fractionEnd);
        for (int digits = fractionEnd - start; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /// Seconds that the place is ahead of UTC.
    private static int offsetSeconds(String text, int from) throws MismatchException {
        if (text.startsWith("Z", from) && text.length() == from + 1) {
            return 0;
        }
        int hours = from + 1;
        require(text.length() == hours + OFFSET.length() && hasForm(text, hours, OFFSET));
        char sign = text.charAt(from);
        require(sign == '+' || sign == '-');
        try {
            LocalTime offset =
                    LocalTime.of(
                            number(text, hours, hours + 2), number(text, hours + 3, hours + 5));
            return sign == '+' ? offset.toSecondOfDay() : -offset.toSecondOfDay();
        } catch (DateTimeException e) {
            throw new MismatchException();
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        long seconds = 0;
        int nanos = 0;
        int outer = wire.pushLimit(wire.readRawVarint32());
        for (int tag = wire.readTag(); tag != 0; tag = wire.readTag()) {
            if (tag == SECONDS_TAG) {
                seconds = wire.readInt64();
            } else if (tag == NANOS_TAG) {
                nanos = wire.readInt32();
            } else {
                wire.skipField(tag);
            }
        }
        wire.popLimit(outer);
        if (seconds < SECONDS_MIN || seconds > SECONDS_MAX || nanos < 0 || nanos > 999_999_999) {
            throw new IllegalArgumentException(
                    "timestamp: %d s %d ns (expected: year 1 to 9999)".formatted(seconds, nanos));
        }
        write(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC), json);
    }

    private static void write(LocalDateTime time, JsonWriter json) {
        json.put('"');
        json.digits(time.getYear(), 4);
        json.put('-');
        json.digits(time.getMonthValue(), 2);
        json.put('-');
        json.digits(time.getDayOfMonth(), 2);
        json.put('T');
        json.digits(time.getHour(), 2);
        json.put(':');
        json.digits(time.getMinute(), 2);
        json.put(':');
        json.digits(time.getSecond(), 2);
        writeFraction(time.getNano(), json);
        json.put('Z');
        json.put('"');
    }

    /// In thousandths, millionths or billionths.
    private static void writeFraction(int nanos, JsonWriter json) {
        if (nanos == 0) {
            return;
        }
        json.put('.');
        if (nanos % 1_000_000 == 0) {
            json.digits(nanos / 1_000_000, 3);
        } else if (nanos % 1_000 == 0) {
            json.digits(nanos / 1_000, 6);
        } else {
            json.digits(nanos, NANO_DIGITS);
        }
    }
}
