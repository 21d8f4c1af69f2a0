-- Coupons by user, brought here behind the hot path. They stand in the order of a tag that is computed from
-- user_id, because in this order they are at hand in memory, so whole pages are written in a row.
-- The primary key is the second belt of "one each".
CREATE TABLE user_coupons (
    user_tag        INTEGER      NOT NULL,
    user_id         VARCHAR(128) NOT NULL,
    campaign_number INTEGER      NOT NULL,
    ordinal         INTEGER      NOT NULL,
    PRIMARY KEY (user_tag, user_id, campaign_number)
) ${clustered};

-- The tags of the users of coupons, one after the other, four bytes each, so that a ledger is opened without
-- reading every user. A row is written together with the last coupon it is about, and never changes.
CREATE TABLE user_tags (
    campaign_number INTEGER NOT NULL,
    first_ordinal   INTEGER NOT NULL,
    tags            BLOB    NOT NULL,
    PRIMARY KEY (campaign_number, first_ordinal)
) ${clustered};
