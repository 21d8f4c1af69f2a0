// Creates a campaign of one coupon, asks for it and watches it go, with connect-node, in each protocol
// it speaks.
import assert from "node:assert/strict";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { createClient, type Client, type Transport } from "@connectrpc/connect";
import {
  createConnectTransport,
  createGrpcTransport,
  createGrpcWebTransport,
} from "@connectrpc/connect-node";
import { Campaign_State, CampaignService } from "../gen/admin/v1/campaign_service_pb";
import { IssueService } from "../gen/issue/v1/issue_service_pb";
import { reason } from "./reason";

const admin = process.env.FIRSTCOME_ADMIN_URL ?? "http://127.0.0.1:8081";
const issue = process.env.FIRSTCOME_ISSUE_URL ?? "http://127.0.0.1:8082";

const protocols: Record<string, (baseUrl: string) => Transport> = {
  connect: (baseUrl) => createConnectTransport({ baseUrl, httpVersion: "1.1", useHttpGet: true }),
  "connect in binary over HTTP/2": (baseUrl) =>
    createConnectTransport({ baseUrl, httpVersion: "2", useBinaryFormat: true }),
  grpc: (baseUrl) => createGrpcTransport({ baseUrl }),
  "grpc-web": (baseUrl) => createGrpcWebTransport({ baseUrl, httpVersion: "1.1" }),
};

async function drop(transport: (baseUrl: string) => Transport): Promise<void> {
  const campaigns = createClient(CampaignService, transport(admin));
  const issues = createClient(IssueService, transport(issue));

  const { serverTime } = await issues.getServerTime({});
  assert.ok(serverTime);
  const { campaignId } = await campaigns.createCampaign({
    name: "connect-node",
    couponIssueLimit: 1,
    issuanceStartTime: timestampFromDate(new Date(Date.now() - 60_000)),
  });
  const watched = watch(campaigns, campaignId);
  const first = await issues.issueCoupon({ campaignId, userId: "ada" });
  const again = await issues.issueCoupon({ campaignId, userId: "ada" });
  assert.equal(first.coupon?.ordinal, 1);
  assert.deepEqual(again.coupon, first.coupon);
  assert.equal(again.alreadyIssued, true);
  await assert.rejects(
    issues.issueCoupon({ campaignId, userId: "grace" }),
    (error) => reason(error) === "SOLD_OUT",
  );
  await campaigns.endCampaign({ campaignId });
  assert.equal((await watched).at(-1), Campaign_State.ENDED);
}

/** The states that are told until there are no more. */
async function watch(
  campaigns: Client<typeof CampaignService>,
  campaignId: string,
): Promise<(Campaign_State | undefined)[]> {
  const states = [];
  for await (const { campaign } of campaigns.watchCampaign({ campaignId })) {
    states.push(campaign?.state);
  }
  return states;
}

for (const [name, transport] of Object.entries(protocols)) {
  await drop(transport);
  console.log(`${name}: one coupon issued, given again, sold out, and watched`);
}
process.exit(0);
