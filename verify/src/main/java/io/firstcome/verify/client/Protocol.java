package io.firstcome.verify.client;

import io.firstcome.verify.load.RequestTemplate;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// In which protocol coupons are asked for.
public enum Protocol implements Dialect {
    /// Connect with JSON.
    JSON {
        @Override
        public RequestTemplate request(String authority, String campaignId, String namePrefix) {
            String before = "{\"campaignId\":" + Json.quote(campaignId) + "," + user(namePrefix);
            return RequestTemplate.post(authority, PATH, before, "\"}");
        }

        @Override
        public AnswerReader newReader() {
            return new RefusalMemory(ReplyReader::read);
        }
    },

    /// Connect with binary protobuf.
    PROTO {
        @Override
        public RequestTemplate request(String authority, String campaignId, String namePrefix) {
            return ProtoRequest.connect(authority, PATH, campaignId, namePrefix);
        }

        @Override
        public AnswerReader newReader() {
            return new ProtoAnswerReader();
        }
    },

    /// gRPC, over HTTP/2 from the first byte.
    GRPC {
        @Override
        public RequestTemplate request(String authority, String campaignId, String namePrefix) {
            return ProtoRequest.grpc(authority, PATH, campaignId, namePrefix);
        }

        @Override
        public AnswerReader newReader() {
            return new GrpcAnswerReader();
        }
    },

    /// REST: HTTP and JSON, with errors as problem details.
    REST {
        @Override
        public RequestTemplate request(String authority, String campaignId, String namePrefix) {
            String path = "/v1/campaigns/" + campaignId + "/coupons";
            return RequestTemplate.post(authority, path, "{" + user(namePrefix), "\"}");
        }

        @Override
        public AnswerReader newReader() {
            return new RefusalMemory(ReplyReader::read);
        }
    };

    private static final String PATH = "/issue.v1.IssueService/IssueCoupon";

    /// The request for a coupon, of a user whose name is a prefix and digits.
    ///
    /// @param namePrefix ASCII letters, digits and '-', at most 100
    public abstract RequestTemplate request(String authority, String campaignId, String namePrefix);

    /// Firstcome behind these addresses.
    @Override
    public SystemUnderTest open(URI adminUrl, URI issueUrl, Duration patience, Caller caller) {
        return new FirstcomeSystem(this, adminUrl, issueUrl, patience, caller);
    }

    /// A new reader of the answers.
    public abstract AnswerReader newReader();

    @Override
    public List<SampleAnswer> sampleAnswers() {
        return SampleAnswers.of(this);
    }

    private static String user(String namePrefix) {
        return "\"userId\":\"" + namePrefix;
    }
}
