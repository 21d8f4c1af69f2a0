-- Who may call from other machines. key_hash is SHA-256 of the secret, which is kept nowhere.
CREATE TABLE api_keys (
    key_hash          VARCHAR(64)  NOT NULL PRIMARY KEY,
    role              VARCHAR(16)  NOT NULL,
    name              VARCHAR(100) NOT NULL,
    created_at_micros BIGINT       NOT NULL,
    revoked_at_micros BIGINT
) ${table};
