import { CivilDate, Email, Explanation, OrderCommand, OrderId, OrderView, StatedReason } from "@resale/core";
import { Schema, Struct } from "effect";
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api";
import { bytes } from "./bytes.ts";
import { readProblems, writeProblems } from "./Problem.ts";
import { changeHeaders, pageOf, pageQuery, writeHeaders } from "./requests.ts";

/** An order as its reader may see it, with its version. */
export const OrderAnswer = Schema.Struct({ order: OrderView, version: Schema.Int });

const { OpenDispute, Rate } = OrderCommand.cases;

const params = { order: OrderId } as const;
const command = { params, headers: changeHeaders, success: OrderView, error: writeProblems } as const;

/** For buyers and sellers, and for guests who hold an order's link (R26). */
export const orders = HttpApiGroup.make("orders").add(
  HttpApiEndpoint.get("myOrders", "/orders", {
    query: { ...pageQuery, as: Schema.Literals(["Buyer", "Seller"]) },
    success: pageOf(OrderView),
    error: readProblems,
  }),
  /** The order of the guest's own link: whoever holds it need not know the order's key. */
  HttpApiEndpoint.get("guestOrder", "/guest/order", { success: OrderAnswer, error: readProblems }),
  /** The same answer, whether there is such an order or not. */
  HttpApiEndpoint.post("askForLink", "/guest/link", {
    headers: writeHeaders,
    payload: Schema.Struct({ email: Email, order: Schema.optionalKey(OrderId) }),
    error: writeProblems,
  }),
  HttpApiEndpoint.get("order", "/orders/:order", { params, success: OrderAnswer, error: readProblems }),
  HttpApiEndpoint.get("explainOrder", "/orders/:order/explanation", {
    params,
    success: Explanation,
    error: readProblems,
  }),
  HttpApiEndpoint.get("labelPdf", "/orders/:order/label.pdf", {
    params,
    success: bytes("application/pdf"),
    error: readProblems,
  }),
  HttpApiEndpoint.get("labelQr", "/orders/:order/label.png", {
    params,
    success: bytes("image/png"),
    error: readProblems,
  }),
  HttpApiEndpoint.put("bookPickup", "/orders/:order/pickup", {
    ...command,
    payload: Schema.Struct({ date: CivilDate }),
  }),
  HttpApiEndpoint.delete("cancelPickup", "/orders/:order/pickup", command),
  HttpApiEndpoint.post("cancel", "/orders/:order/cancellation", {
    ...command,
    payload: Schema.Struct({ reason: StatedReason }),
  }),
  HttpApiEndpoint.post("confirm", "/orders/:order/confirmation", command),
  HttpApiEndpoint.post("dispute", "/orders/:order/dispute", {
    ...command,
    payload: Schema.Struct(Struct.omit(OpenDispute.fields, ["_tag"])),
  }),
  HttpApiEndpoint.post("rate", "/orders/:order/rating", {
    ...command,
    payload: Schema.Struct(Struct.omit(Rate.fields, ["_tag"])),
  }),
);
