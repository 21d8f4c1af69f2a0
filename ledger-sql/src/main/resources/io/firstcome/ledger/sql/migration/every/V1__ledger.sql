-- The schema of every engine. ${table} stands for what an engine says of a table, ${clustered} for what it says
-- of one that it is to keep in the order of its primary key, ${exact} for what makes it compare texts character
-- by character.

-- One row: the state of the ledger as a whole.
CREATE TABLE ledger_state (
    one                INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    clock_floor_micros BIGINT  NOT NULL,
    campaigns_created  INTEGER NOT NULL
) ${table};

INSERT INTO ledger_state (one, clock_floor_micros, campaigns_created) VALUES (1, 0, 0);

CREATE TABLE ledger_settings (
    name  VARCHAR(64)   NOT NULL PRIMARY KEY,
    value VARCHAR(1000) NOT NULL
) ${table};

-- total_coupons NULL: unlimited. end_micros NULL: without an end. On SQLite the coupons up to indexed_count
-- stand in user_coupons too. Those behind, up to indexing_count, are on the way there in the order of the 2^32
-- tags a user can have: indexing_tags of the tags, from the least on, are done.
CREATE TABLE campaigns (
    number            INTEGER      NOT NULL PRIMARY KEY,
    id                VARCHAR(64)  ${exact} NOT NULL UNIQUE,
    name              VARCHAR(100) NOT NULL,
    total_coupons     INTEGER      CHECK (total_coupons > 0),
    start_micros      BIGINT       NOT NULL,
    end_micros        BIGINT,
    paused            SMALLINT     NOT NULL CHECK (paused IN (0, 1)),
    issued_count      INTEGER      NOT NULL DEFAULT 0,
    indexed_count     INTEGER      NOT NULL DEFAULT 0,
    indexing_count    INTEGER      NOT NULL DEFAULT 0,
    indexing_tags     BIGINT       NOT NULL DEFAULT 0,
    version           BIGINT       NOT NULL,
    created_at_micros BIGINT       NOT NULL,
    updated_at_micros BIGINT       NOT NULL,
    CHECK (issued_count >= 0 AND (total_coupons IS NULL OR issued_count <= total_coupons)),
    CHECK (indexed_count >= 0 AND indexed_count <= indexing_count AND indexing_count <= issued_count),
    CHECK (indexing_tags >= 0 AND indexing_tags < 4294967296)
) ${table};

-- What was issued, and nothing else: a row never changes. The code of a coupon is computed from
-- campaign_number and ordinal, so it is not stored.
CREATE TABLE coupons (
    campaign_number  INTEGER      NOT NULL,
    ordinal          INTEGER      NOT NULL CHECK (ordinal > 0),
    user_id          VARCHAR(128) ${exact} NOT NULL,
    issued_at_micros BIGINT       NOT NULL,
    PRIMARY KEY (campaign_number, ordinal)
) ${clustered};
