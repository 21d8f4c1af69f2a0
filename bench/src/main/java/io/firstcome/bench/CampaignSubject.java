package io.firstcome.bench;

import io.firstcome.check.Campaign;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.ServerProcess;

import java.net.URI;
import java.util.List;

/// Firstcome, and a campaign of it that is open and asked.
abstract class CampaignSubject implements Subject {
    final FirstcomeNode node;
    final Campaign campaign;
    private final IssueRequest request;

    /// @param node closed with this subject
    CampaignSubject(FirstcomeNode node, long coupons) throws InterruptedException {
        this.node = node;
        campaign = Campaigns.open(node, coupons);
        request = new IssueRequest(node.issueUrl(), campaign.id());
    }

    /// Makes a subject of a node that has just started.
    interface Maker {
        CampaignSubject of(FirstcomeNode node) throws InterruptedException;
    }

    /// Starts a node for a subject; an `IllegalStateException` when it refuses what that needs.
    static CampaignSubject start(List<String> launcher, Maker maker) throws InterruptedException {
        FirstcomeNode node = FirstcomeNode.start(launcher);
        try {
            return maker.of(node);
        } catch (ApiException refused) {
            node.close();
            throw new IllegalStateException(refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            node.close();
            throw interrupted;
        }
    }

    @Override
    public final ServerProcess process() {
        return node.process();
    }

    @Override
    public final URI url() {
        return node.issueUrl();
    }

    @Override
    public final RequestTemplate template() {
        return request.template();
    }

    @Override
    public final void close() {
        node.close();
    }
}
