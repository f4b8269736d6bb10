import { actorOf, people } from "@resale/seed";
import { Redacted } from "effect";
import type { FastifyInstance } from "fastify";
import { SignJWT } from "jose";

/** Who may say who somebody is, and to whom: tokens of another shop are not taken. */
export const ISSUER = "resale-reference-server";
export const AUDIENCE = "resale";

const schema = {
  body: {
    type: "object",
    required: ["email"],
    properties: { email: { type: "string", maxLength: 254 } },
  },
} as const;

/** A token for one of the people the shop was filled with. A real shop has its own sign-in, and its own tokens. */
export const tokenFor = async (
  email: string,
  secret: Redacted.Redacted<string>,
): Promise<string | undefined> => {
  const actor = actorOf(email);
  if (actor === undefined || !("id" in actor)) return undefined;
  const roles = [actor._tag.toLowerCase()];
  return await new SignJWT({ email: email.trim().toLowerCase(), roles })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(actor.id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime("12h")
    .sign(new TextEncoder().encode(Redacted.value(secret)));
};

/** Signs in whoever is named: a shop that is tried out asks for no password. */
export const signIn = (app: FastifyInstance, secret: Redacted.Redacted<string>): void => {
  app.get("/sign-in", () => Promise.resolve({ people }));
  app.post<{ Body: { email: string } }>(
    "/sign-in",
    { schema, config: { budget: "signIns" } },
    async ({ body }, reply) => {
      const token = await tokenFor(body.email, secret);
      if (token !== undefined) return { token };
      const detail = `Nobody here has the address ${body.email}. The first page names those who can sign in.`;
      return reply.code(422).type("application/problem+json").send({
        type: "/problems/unknown-person",
        title: "Unknown person",
        status: 422,
        detail,
      });
    },
  );
};
