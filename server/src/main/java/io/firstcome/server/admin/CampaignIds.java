package io.firstcome.server.admin;

import io.firstcome.core.campaign.CampaignId;

import java.util.random.RandomGenerator;

/// Makes identifiers for campaigns that are created without one: 65 random bits in 13 symbols that
/// are easy to read and to type.
final class CampaignIds {
    static final String SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;

    private final RandomGenerator random;

    CampaignIds(RandomGenerator random) {
        this.random = random;
    }

    CampaignId next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return new CampaignId(id.toString());
    }
}
