import { Email, MemberId, PurchaseLineId } from "@resale/core";
import { Schema } from "effect";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "effect/http-api";
import { WireLine, WireMember } from "./wire.ts";

/**
 * Nobody is there by that key. The body says so as well: a 404 of a proxy, or of a wrong address, is not taken for an
 * answer.
 */
export const NotThere = Schema.Struct({ code: Schema.Literals(["member-not-found", "line-not-found"]) })
  .annotate({ identifier: "NotThere" })
  .pipe(HttpApiSchema.status(404));

/** The accounts with an e-mail address. */
export const MemberList = Schema.Struct({ members: Schema.Array(WireMember) });

/** A page of a member's purchases, in any order, and after what the next one begins. */
export const LinePage = Schema.Struct({
  lines: Schema.Array(WireLine),
  next: Schema.optionalKey(Schema.NullOr(Schema.String.check(Schema.isBetweenLength(1, 500)))),
});

const describing = (text: string) => OpenApi.annotations({ description: text });

/** What the engine asks a shop's loyalty service. */
export const loyaltyApi = HttpApi.make("loyalty")
  .add(
    HttpApiGroup.make("members").add(
      HttpApiEndpoint.get("member", "/members/:member", {
        params: { member: MemberId },
        success: WireMember,
        error: NotThere,
      }).annotateMerge(
        describing(
          "The account as it is now: asked when a listing is submitted and approved (R1), and when a mail is sent (R2). An account that was left has the membership None, and stays.",
        ),
      ),
      HttpApiEndpoint.get("byEmail", "/members", {
        query: { email: Email },
        success: MemberList,
      }).annotateMerge(describing("The accounts with an address, whatever the case of its letters.")),
    ),
    HttpApiGroup.make("purchases").add(
      HttpApiEndpoint.get("lines", "/members/:member/purchases", {
        params: { member: MemberId },
        query: { after: Schema.optionalKey(Schema.String) },
        success: LinePage,
        error: NotThere,
      }).annotateMerge(
        describing(
          "What the member bought, online and in stores, a page at a time. Guest purchases and other accounts' are not among it (R3).",
        ),
      ),
      HttpApiEndpoint.get("line", "/members/:member/purchases/:line", {
        params: { member: MemberId, line: PurchaseLineId },
        success: WireLine,
        error: NotThere,
      }).annotateMerge(describing("One line of it, with what was given back by now (R4).")),
    ),
  )
  .annotateMerge(
    OpenApi.annotations({
      title: "Loyalty service",
      version: "1",
      description:
        "What a resale marketplace asks a shop of its members and their purchases. Every request carries a bearer token. 429 and 503 may carry Retry-After in seconds. Fields that are not named here are passed over.",
    }),
  );

/** The contract as an OpenAPI document: `docs/reference/loyalty-service.openapi.json`. */
export const loyaltyOpenApi = (): unknown => {
  const document = OpenApi.fromApi(loyaltyApi);
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
    security: [{ token: [] }],
  };
};
