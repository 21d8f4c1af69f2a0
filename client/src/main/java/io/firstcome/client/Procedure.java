package io.firstcome.client;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import io.firstcome.api.admin.v1.CampaignServiceProto;
import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.api.admin.v1.CreateCampaignResponse;
import io.firstcome.api.admin.v1.DeleteCampaignRequest;
import io.firstcome.api.admin.v1.DeleteCampaignResponse;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.EndCampaignResponse;
import io.firstcome.api.admin.v1.GetCampaignRequest;
import io.firstcome.api.admin.v1.GetCampaignResponse;
import io.firstcome.api.admin.v1.GetSimpleCampaignRequest;
import io.firstcome.api.admin.v1.GetSimpleCampaignResponse;
import io.firstcome.api.admin.v1.ListCampaignsRequest;
import io.firstcome.api.admin.v1.ListCampaignsResponse;
import io.firstcome.api.admin.v1.ListCouponsRequest;
import io.firstcome.api.admin.v1.ListCouponsResponse;
import io.firstcome.api.admin.v1.PauseCampaignRequest;
import io.firstcome.api.admin.v1.PauseCampaignResponse;
import io.firstcome.api.admin.v1.ResumeCampaignRequest;
import io.firstcome.api.admin.v1.ResumeCampaignResponse;
import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.api.admin.v1.UpdateCampaignRequest;
import io.firstcome.api.admin.v1.UpdateCampaignResponse;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.api.issue.v1.GetServerTimeRequest;
import io.firstcome.api.issue.v1.GetServerTimeResponse;
import io.firstcome.api.issue.v1.GetUserCouponsRequest;
import io.firstcome.api.issue.v1.GetUserCouponsResponse;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.api.issue.v1.IssueServiceProto;

/// A method of an API: where it is, what it answers, and whether it may be repeated.
///
/// @param path `package.Service/Method`
/// @param isRepeatable whether doing it twice does and answers what doing it once does
record Procedure<Q extends Message, S extends Message>(
        String path, Parser<S> parser, boolean isRepeatable) {

    private static final ServiceDescriptor CAMPAIGNS =
            CampaignServiceProto.getDescriptor().findServiceByName("CampaignService");
    private static final ServiceDescriptor ISSUES =
            IssueServiceProto.getDescriptor().findServiceByName("IssueService");

    static final Procedure<CreateCampaignRequest, CreateCampaignResponse> CREATE_CAMPAIGN =
            of(CAMPAIGNS, "CreateCampaign", CreateCampaignResponse.parser());
    static final Procedure<GetCampaignRequest, GetCampaignResponse> GET_CAMPAIGN =
            of(CAMPAIGNS, "GetCampaign", GetCampaignResponse.parser());
    static final Procedure<GetSimpleCampaignRequest, GetSimpleCampaignResponse>
            GET_SIMPLE_CAMPAIGN =
                    of(CAMPAIGNS, "GetSimpleCampaign", GetSimpleCampaignResponse.parser());
    static final Procedure<ListCampaignsRequest, ListCampaignsResponse> LIST_CAMPAIGNS =
            of(CAMPAIGNS, "ListCampaigns", ListCampaignsResponse.parser());
    static final Procedure<UpdateCampaignRequest, UpdateCampaignResponse> UPDATE_CAMPAIGN =
            of(CAMPAIGNS, "UpdateCampaign", UpdateCampaignResponse.parser());
    static final Procedure<DeleteCampaignRequest, DeleteCampaignResponse> DELETE_CAMPAIGN =
            of(CAMPAIGNS, "DeleteCampaign", DeleteCampaignResponse.parser());
    static final Procedure<PauseCampaignRequest, PauseCampaignResponse> PAUSE_CAMPAIGN =
            of(CAMPAIGNS, "PauseCampaign", PauseCampaignResponse.parser());
    static final Procedure<ResumeCampaignRequest, ResumeCampaignResponse> RESUME_CAMPAIGN =
            of(CAMPAIGNS, "ResumeCampaign", ResumeCampaignResponse.parser());
    static final Procedure<EndCampaignRequest, EndCampaignResponse> END_CAMPAIGN =
            of(CAMPAIGNS, "EndCampaign", EndCampaignResponse.parser());
    static final Procedure<ListCouponsRequest, ListCouponsResponse> LIST_COUPONS =
            of(CAMPAIGNS, "ListCoupons", ListCouponsResponse.parser());

    static final Procedure<WatchCampaignRequest, WatchCampaignResponse> WATCH_CAMPAIGN =
            of(CAMPAIGNS, "WatchCampaign", WatchCampaignResponse.parser());
    static final Procedure<StreamCouponsRequest, StreamCouponsResponse> STREAM_COUPONS =
            of(CAMPAIGNS, "StreamCoupons", StreamCouponsResponse.parser());

    /// Asking again gives the same person the same coupon.
    static final Procedure<IssueCouponRequest, IssueCouponResponse> ISSUE_COUPON =
            Procedure.<IssueCouponRequest, IssueCouponResponse>of(
                            ISSUES, "IssueCoupon", IssueCouponResponse.parser())
                    .repeatable();

    static final Procedure<GetUserCouponsRequest, GetUserCouponsResponse> GET_USER_COUPONS =
            of(ISSUES, "GetUserCoupons", GetUserCouponsResponse.parser());
    static final Procedure<GetServerTimeRequest, GetServerTimeResponse> GET_SERVER_TIME =
            of(ISSUES, "GetServerTime", GetServerTimeResponse.parser());

    private static <Q extends Message, S extends Message> Procedure<Q, S> of(
            ServiceDescriptor service, String name, Parser<S> parser) {
        MethodDescriptor method = service.findMethodByName(name);
        boolean isRead =
                method.getOptions().getIdempotencyLevel() == IdempotencyLevel.NO_SIDE_EFFECTS;
        return new Procedure<>(service.getFullName() + "/" + name, parser, isRead);
    }

    private Procedure<Q, S> repeatable() {
        return new Procedure<>(path, parser, true);
    }
}
