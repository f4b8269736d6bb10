import { type Authenticate, jwtAuthentication } from "@resale/http";
import type { Secrets } from "../wiring/Secrets.ts";
import { AUDIENCE, ISSUER } from "./signIn.ts";

/** The tokens of this shop's own sign-in. A real shop gives the address of its keys instead. */
export const authentication = (secrets: Secrets["Service"]): Authenticate =>
  jwtAuthentication({ key: { secret: secrets.tokens }, issuer: ISSUER, audience: AUDIENCE });
