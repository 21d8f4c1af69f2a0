// Creates a campaign of one coupon, asks for it and watches it go, with connect-go, in each protocol
// it speaks.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"connectrpc.com/connect"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	adminv1 "firstcome.io/examples/go/gen/admin/v1"
	"firstcome.io/examples/go/gen/admin/v1/adminv1connect"
	issuev1 "firstcome.io/examples/go/gen/issue/v1"
	"firstcome.io/examples/go/gen/issue/v1/issuev1connect"
)

func main() {
	log.SetFlags(0)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	protocols := []struct {
		name   string
		http   *http.Client
		option connect.ClientOption
	}{
		{"connect", http.DefaultClient, connect.WithProtoJSON()},
		{"grpc", h2c(), connect.WithGRPC()},
		{"grpc-web", http.DefaultClient, connect.WithGRPCWeb()},
	}
	for _, protocol := range protocols {
		if err := drop(ctx, protocol.http, protocol.option); err != nil {
			log.Fatalf("%s: %v", protocol.name, err)
		}
		fmt.Println(protocol.name + ": one coupon issued, given again, sold out, and watched")
	}
}

// h2c speaks HTTP/2 without TLS, which gRPC needs.
func h2c() *http.Client {
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true)
	return &http.Client{Transport: &http.Transport{Protocols: &protocols}}
}

func drop(ctx context.Context, client *http.Client, option connect.ClientOption) error {
	campaigns := adminv1connect.NewCampaignServiceClient(
		client, cmp.Or(os.Getenv("FIRSTCOME_ADMIN_URL"), "http://127.0.0.1:8081"), option)
	issues := issuev1connect.NewIssueServiceClient(
		client, cmp.Or(os.Getenv("FIRSTCOME_ISSUE_URL"), "http://127.0.0.1:8082"), option)

	created, err := campaigns.CreateCampaign(ctx, connect.NewRequest(&adminv1.CreateCampaignRequest{
		Name:              "connect-go",
		CouponIssueLimit:  proto.Int32(1),
		IssuanceStartTime: timestamppb.New(time.Now().Add(-time.Minute)),
	}))
	if err != nil {
		return err
	}
	stream, err := campaigns.WatchCampaign(ctx, connect.NewRequest(&adminv1.WatchCampaignRequest{
		CampaignId: created.Msg.CampaignId,
	}))
	if err != nil {
		return err
	}
	defer stream.Close()
	if err = until(stream, adminv1.Campaign_OPEN); err != nil {
		return err
	}

	issue := func(user string) (*issuev1.IssueCouponResponse, error) {
		response, err := issues.IssueCoupon(ctx, connect.NewRequest(&issuev1.IssueCouponRequest{
			CampaignId: created.Msg.CampaignId,
			UserId:     user,
		}))
		if err != nil {
			return nil, err
		}
		return response.Msg, nil
	}

	first, err := issue("ada")
	if err != nil {
		return err
	}
	again, err := issue("ada")
	if err != nil {
		return err
	}
	if !again.AlreadyIssued || again.Coupon.Code != first.Coupon.Code {
		return fmt.Errorf("asking again: %v (expected: %v)", again, first)
	}
	if _, err = issue("grace"); reason(err) != "SOLD_OUT" {
		return fmt.Errorf("asking too late: %v (expected: SOLD_OUT)", err)
	}

	if err = until(stream, adminv1.Campaign_SOLD_OUT); err != nil {
		return err
	}
	if _, err = campaigns.EndCampaign(ctx, connect.NewRequest(&adminv1.EndCampaignRequest{
		CampaignId: created.Msg.CampaignId,
	})); err != nil {
		return err
	}
	if err = until(stream, adminv1.Campaign_ENDED); err != nil {
		return err
	}
	if stream.Receive() || stream.Err() != nil {
		return fmt.Errorf("after the end: %v, %v (expected: no more)", stream.Msg(), stream.Err())
	}
	return nil
}

// until reads what is told of a campaign until it is in a state.
func until(stream *connect.ServerStreamForClient[adminv1.WatchCampaignResponse], state adminv1.Campaign_State) error {
	for stream.Receive() {
		if stream.Msg().Campaign.State == state {
			return nil
		}
	}
	return fmt.Errorf("watching: no %v came: %w", state, stream.Err())
}

// reason is the stable name of why a call failed; empty when there is none.
func reason(err error) string {
	var failed *connect.Error
	if errors.As(err, &failed) {
		for _, detail := range failed.Details() {
			if message, err := detail.Value(); err == nil {
				if info, ok := message.(*errdetails.ErrorInfo); ok {
					return info.Reason
				}
			}
		}
	}
	return ""
}
