import type { StaffRoles } from "@resale/http";
import { Config, Option, Schema, SchemaTransformation } from "effect";

const isOnThisMachine = ({ hostname }: URL): boolean =>
  hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";

/** Keys that come unencrypted from elsewhere are anybody's keys. */
const KeyAddress = Schema.URLFromString.check(
  Schema.makeFilter(
    (url: URL) =>
      url.protocol === "https:" || isOnThisMachine(url) || "an https:// address of published keys",
  ),
);

const Roles = Schema.Record(Schema.String, Schema.Literals(["Support", "Reviewer"]));
const LIST = /^[^=,]+=(support|reviewer)(,[^=,]+=(support|reviewer))*$/;

/** `care=support,atelier=reviewer`: what the shop calls its staff, and what that makes of somebody. */
const RoleList = Schema.String.check(
  Schema.isPattern(LIST, { expected: "a list as care=support,atelier=reviewer" }),
).pipe(
  Schema.decodeTo(
    Roles,
    SchemaTransformation.transform({
      decode: (list) =>
        Object.fromEntries(
          list.split(",").map((one) => {
            const [name = "", part] = one.split("=");
            return [name.trim(), part === "support" ? ("Support" as const) : ("Reviewer" as const)];
          }),
        ),
      encode: (roles) =>
        Object.entries(roles)
          .map(([name, part]) => `${name}=${part.toLowerCase()}`)
          .join(","),
    }),
  ),
);

/** Who says who somebody is: the shop's own sign-in, by the keys it publishes. */
export interface ShopSignIn {
  readonly jwks: URL;
  readonly issuer: string;
  readonly audience: string;
  readonly rolesClaim: string;
  readonly roles: StaffRoles;
}

const told = Schema.String.check(Schema.isPattern(/\S/, { expected: "a text" }));

const config = Config.all({
  issuer: Config.schema(told, "JWT_ISSUER"),
  audience: Config.schema(told, "JWT_AUDIENCE"),
  rolesClaim: Config.String("JWT_ROLES_CLAIM").pipe(Config.withDefault("roles")),
  roles: Config.schema(RoleList, "JWT_ROLES").pipe(
    Config.withDefault({ support: "Support", reviewer: "Reviewer" } as const),
  ),
});

/** Asked of the environment: without `JWKS_URL` nothing is, with it the issuer and the audience must be. */
export const shopSignIn = Config.option(Config.schema(KeyAddress, "JWKS_URL"));

/** The rest of what the sign-in of a shop needs. */
export const signInOf = (jwks: Option.Option<URL>) =>
  Option.match(jwks, {
    onNone: () => Config.succeed(Option.none<ShopSignIn>()),
    onSome: (url) => Config.map(config, (given) => Option.some<ShopSignIn>({ jwks: url, ...given })),
  });
