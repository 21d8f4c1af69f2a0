package io.firstcome.bench;

import io.firstcome.check.Campaign;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.ServerProcess;

import java.net.URI;
import java.util.List;

/// Firstcome, and campaigns of it that are open and asked.
abstract class CampaignSubject implements Subject {
    final FirstcomeNode node;
    final List<Campaign> campaigns;
    private final RequestTemplate template;

    /// @param node closed with this subject
    /// @param campaigns users are spread evenly over them
    CampaignSubject(FirstcomeNode node, List<Campaign> campaigns) {
        this.node = node;
        this.campaigns = List.copyOf(campaigns);
        String first = campaigns.getFirst().id();
        RequestTemplate request = new IssueRequest(node.issueUrl(), first).template();
        template =
                campaigns.size() == 1
                        ? request
                        : request.grouped(Campaigns.NUMBERED, campaigns.size());
    }

    /// Makes a subject of a node that has just started.
    interface Maker {
        CampaignSubject of(FirstcomeNode node) throws InterruptedException;
    }

    /// Starts a node for a subject.
    static CampaignSubject start(List<String> launcher, Maker maker) throws InterruptedException {
        FirstcomeNode node = FirstcomeNode.start(launcher);
        try {
            return maker.of(node);
        } catch (RuntimeException | InterruptedException failure) {
            node.close();
            throw failure;
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
        return template;
    }

    @Override
    public final void close() {
        node.close();
    }
}
