package io.firstcome.connect.vertx;

/// Certificates that vouch for themselves, for `localhost` and `127.0.0.1`, valid until 2126, with
/// their keys, which are no secrets.
///
/// `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj
/// /CN=server -addext subjectAltName=DNS:localhost,IP:127.0.0.1` makes such a pair.
final class Certificates {
    static final String SERVER_CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIBljCCATugAwIBAgIUWjqPwzVmbhaitu3JOXbEtMbbQVMwCgYIKoZIzj0EAwIw
            ETEPMA0GA1UEAwwGc2VydmVyMCAXDTI2MTEyMTA3MTkzNFoYDzIxMjYxMDI4MDcx
            OTM0WjARMQ8wDQYDVQQDDAZzZXJ2ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
            AASGQHPpsn0MhgGwGZqJmXttH834uPfddhBMhKqQSEd4rKnTnslMIzoXKPUD8c+b
            piXMA/sOWm8YAqcfywtGwy4Ao28wbTAdBgNVHQ4EFgQUQdbeqj8Fr5qJRCnn8jRY
            KF2L/HUwHwYDVR0jBBgwFoAUQdbeqj8Fr5qJRCnn8jRYKF2L/HUwDwYDVR0TAQH/
            BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZIzj0EAwID
            SQAwRgIhAIcNvvrJNRGXNlhAxQomCq/c2DpZF7oBNYwB1KeaKMt2AiEA+YsOp6Kk
            2wH/jR9ckMyCPKhK7oEqPIsP+t9SYJlLMDc=
            -----END CERTIFICATE-----
            """;

    static final String SERVER_KEY =
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYJnVgSQsTd52tlLV
            p1BlwTnmBufVPiowlJqYhtgbIo2hRANCAASGQHPpsn0MhgGwGZqJmXttH834uPfd
            dhBMhKqQSEd4rKnTnslMIzoXKPUD8c+bpiXMA/sOWm8YAqcfywtGwy4A
            -----END PRIVATE KEY-----
            """;

    static final String CLIENT_CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIBlDCCATugAwIBAgIUQ0WR1EVTf2MzOKqrTBz7DqiSCkkwCgYIKoZIzj0EAwIw
            ETEPMA0GA1UEAwwGY2xpZW50MCAXDTI2MTEyMTA3MTkzNFoYDzIxMjYxMDI4MDcx
            OTM0WjARMQ8wDQYDVQQDDAZjbGllbnQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
            AATb9eeUUs6NCvwNQvf2td2cdG69hSIOwl/ctTQmYZu23uk1zzSaijM0QpqZvTen
            YVao9Td5bZYj6iv7VYrgVJs9o28wbTAdBgNVHQ4EFgQUDzXJymTtdYPq6V9BAQXj
            xqRduckwHwYDVR0jBBgwFoAUDzXJymTtdYPq6V9BAQXjxqRduckwDwYDVR0TAQH/
            BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZIzj0EAwID
            RwAwRAIgR13ikmd5g1DWCAcGipqIF2opiowPgjU7Bxqz0YbcOTICIHKIsAqYHLbY
            rK5ikAOaTle4m3lgM5VOTwV7+bmSx6TZ
            -----END CERTIFICATE-----
            """;

    static final String CLIENT_KEY =
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgB/LDFFkmGs9FchQ7
            LHyOYlxF23JIP7N76mkHlC3uPLOhRANCAATb9eeUUs6NCvwNQvf2td2cdG69hSIO
            wl/ctTQmYZu23uk1zzSaijM0QpqZvTenYVao9Td5bZYj6iv7VYrgVJs9
            -----END PRIVATE KEY-----
            """;

    static final String STRANGER_CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIBmTCCAT+gAwIBAgIUBg2f3qMTR9KoLWYwGX3zHfSWFWAwCgYIKoZIzj0EAwIw
            EzERMA8GA1UEAwwIc3RyYW5nZXIwIBcNMjYxMTIxMDcxOTM0WhgPMjEyNjEwMjgw
            NzE5MzRaMBMxETAPBgNVBAMMCHN0cmFuZ2VyMFkwEwYHKoZIzj0CAQYIKoZIzj0D
            AQcDQgAEaHpt5ycwZ5MHrWagIkkqS2gWTi7xuaF2NbAKhb7GqJ66aKiFBLHB8N7l
            1EJCzSi1qCq8QDeVllO5jvuuqn3lPaNvMG0wHQYDVR0OBBYEFABOb2QvDnNWw2ai
            vQ1tpE+s/N+bMB8GA1UdIwQYMBaAFABOb2QvDnNWw2aivQ1tpE+s/N+bMA8GA1Ud
            EwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMAoGCCqGSM49
            BAMCA0gAMEUCIF7s64pWjPDdjqGb16bzO2BO44dpeLymAZ4qB9A9GQ3kAiEAxM+E
            1FFGhdgWG+CcUGcIKnXKjdx8eCnY9+TulU4IJmw=
            -----END CERTIFICATE-----
            """;

    static final String STRANGER_KEY =
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUTsRLYJ5rtgxYdjk
            SxBwxf23qkgLCdETyiI1vx+EAgyhRANCAARoem3nJzBnkwetZqAiSSpLaBZOLvG5
            oXY1sAqFvsaonrpoqIUEscHw3uXUQkLNKLWoKrxAN5WWU7mO+66qfeU9
            -----END PRIVATE KEY-----
            """;

    private Certificates() {}
}
