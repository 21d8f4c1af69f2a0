package io.firstcome.cli.campaign;

import com.google.protobuf.Message;

import io.firstcome.api.admin.v1.DeleteCampaignRequest;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.PauseCampaignRequest;
import io.firstcome.api.admin.v1.ResumeCampaignRequest;

import java.util.Locale;

/// A change of a campaign that needs no more said than which campaign.
enum Change {
    PAUSE("Stops issuing until the campaign is resumed.") {
        @Override
        Message request(String id, String etag) {
            return PauseCampaignRequest.newBuilder().setCampaignId(id).setEtag(etag).build();
        }
    },

    RESUME("Issues again after a pause.") {
        @Override
        Message request(String id, String etag) {
            return ResumeCampaignRequest.newBuilder().setCampaignId(id).setEtag(etag).build();
        }
    },

    END("Ends a campaign now, for good.") {
        @Override
        Message request(String id, String etag) {
            return EndCampaignRequest.newBuilder().setCampaignId(id).setEtag(etag).build();
        }
    },

    DELETE("Deletes a campaign of which nothing was issued.") {
        @Override
        Message request(String id, String etag) {
            return DeleteCampaignRequest.newBuilder().setCampaignId(id).setEtag(etag).build();
        }
    };

    private final String description;

    Change(String description) {
        this.description = description;
    }

    /// What the server is asked, about the campaign `id` while its etag is `etag`, or any if empty.
    abstract Message request(String id, String etag);

    /// The method of the admin API.
    String method() {
        return name().charAt(0) + command().substring(1) + "Campaign";
    }

    /// The word of the command line.
    String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }
}
