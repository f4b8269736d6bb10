import { type Authenticate, jwtAuthentication } from "@resale/http";
import { Option } from "effect";
import type { Secrets } from "../wiring/Secrets.ts";
import type { Settings } from "../wiring/Settings.ts";
import { AUDIENCE, ISSUER } from "./signIn.ts";

/** Who somebody is, the shop's own sign-in says; where there is none, the tokens of this server's own do. */
export const authentication = (
  { signIn }: Pick<Settings["Service"], "signIn">,
  secrets: Secrets["Service"],
): Authenticate =>
  Option.match(signIn, {
    onNone: () => jwtAuthentication({ key: { secret: secrets.tokens }, issuer: ISSUER, audience: AUDIENCE }),
    onSome: ({ jwks, ...told }) => jwtAuthentication({ key: { jwks }, ...told }),
  });
