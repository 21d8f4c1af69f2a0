import { ConnectError } from "@connectrpc/connect";
import { ErrorInfoSchema, LocalizedMessageSchema } from "../gen/google/rpc/error_details_pb";

/** The stable name of why a call failed, for programs. */
export function reason(error: unknown): string | undefined {
  return ConnectError.from(error).findDetails(ErrorInfoSchema)[0]?.reason;
}

/** Why a call failed, for people. */
export function message(error: unknown): string {
  const failed = ConnectError.from(error);
  return failed.findDetails(LocalizedMessageSchema)[0]?.message ?? failed.rawMessage;
}
