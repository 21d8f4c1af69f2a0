-- What a ledger needs that many nodes share.

-- The time of a campaign's last decision, behind which no later one falls. It is not indexed: what is
-- updated with every batch should touch nothing but the row.
ALTER TABLE campaigns ADD COLUMN decided_at_micros BIGINT DEFAULT 0 NOT NULL;

-- Nodes ask for what was changed since they asked last.
CREATE INDEX campaigns_updated ON campaigns (updated_at_micros);

-- Who holds a coupon, and the second belt of "one each".
CREATE UNIQUE INDEX coupons_of_user ON coupons (user_id, campaign_number);
