// The page: an unmodified connect-web client. `?protocol=grpc-web` makes it speak gRPC-Web. It calls the
// servers that `admin` and `issue` in its address name, else the origin it came from.
import { timestampNow } from "@bufbuild/protobuf/wkt";
import { createClient, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-web";
import { CampaignService } from "../gen/admin/v1/campaign_service_pb";
import { IssueService } from "../gen/issue/v1/issue_service_pb";
import { message } from "./reason";

const query = new URLSearchParams(location.search);

function transport(api: string): Transport {
  const baseUrl = query.get(api) ?? location.origin;
  return query.get("protocol") === "grpc-web"
    ? createGrpcWebTransport({ baseUrl })
    : createConnectTransport({ baseUrl, useHttpGet: true });
}

const campaigns = createClient(CampaignService, transport("admin"));
const issues = createClient(IssueService, transport("issue"));
let campaignId = "";

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

function show(id: string, text: string): void {
  element(id).textContent = text;
}

async function create(): Promise<void> {
  const { serverTime } = await issues.getServerTime({});
  const created = await campaigns.createCampaign({
    name: "connect-web",
    couponIssueLimit: 1,
    issuanceStartTime: serverTime ?? timestampNow(),
  });
  campaignId = created.campaignId;
  show("campaign", campaignId);
  for await (const { campaign } of campaigns.watchCampaign({ campaignId })) {
    show("left", `${campaign?.remainingCount}장 남음`);
  }
}

async function ask(): Promise<void> {
  show("coupon", "");
  const userId = element<HTMLInputElement>("user").value;
  const { coupon } = await issues.issueCoupon({ campaignId, userId });
  show("coupon", `${coupon?.ordinal}번째: ${coupon?.code}`);
}

element("create").onclick = () => {
  create().catch((error) => show("campaign", message(error)));
};
element("issue").onsubmit = (event) => {
  event.preventDefault();
  ask().catch((error) => show("coupon", message(error)));
};
