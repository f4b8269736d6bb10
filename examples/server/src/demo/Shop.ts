import type { StoryName } from "@resale/carriers";
import { type Instant, type OrderId, UnitId } from "@resale/core";
import { makeClient, type ResaleClient } from "@resale/http/client";
import type { Mailbox } from "./Mailbox.ts";

/** Something the brand once sold to a member. */
export interface Bought {
  readonly email: string;
  readonly sku: string;
  readonly colour: string;
  readonly monthsAgo: number;
}

/** A running marketplace, seen from outside: its API, its sandbox, the mails it sends. */
export interface Shop {
  readonly baseUrl: string;
  readonly visitor: ResaleClient;
  readonly mailbox: Mailbox;
  readonly signIn: (email: string) => Promise<ResaleClient>;
  /** Whoever holds the token of a link that was mailed. */
  readonly guest: (token: string) => ResaleClient;
  readonly buyFromBrand: (bought: Bought) => Promise<UnitId>;
  /** The seller hands the parcel to the carrier; the story tells what becomes of it. */
  readonly drop: (order: OrderId, story: StoryName) => Promise<void>;
  /** The clock moves; answers where it stands then. */
  readonly advance: (milliseconds: number) => Promise<Instant>;
  readonly advanceTo: (moment: Instant) => Promise<Instant>;
}

const send = async (url: string, body: unknown): Promise<unknown> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${answer}`);
  return answer === "" ? undefined : JSON.parse(answer);
};

const field = (value: unknown, name: string): string => {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof found !== "string") throw new Error(`The server's answer has no ${name}.`);
  return found;
};

/** Connects to a running reference server. */
export const connect = (baseUrl: string, mailbox: Mailbox): Shop => {
  const visitor = makeClient({ baseUrl });
  return {
    baseUrl,
    visitor,
    mailbox,
    signIn: async (email) => {
      const bearer = field(await send(`${baseUrl}/sign-in`, { email }), "token");
      return makeClient({ baseUrl, token: () => ({ bearer }) });
    },
    guest: (token) => makeClient({ baseUrl, token: () => ({ guest: token }) }),
    buyFromBrand: async (bought) =>
      UnitId.make(field(await send(`${baseUrl}/sandbox/purchases`, bought), "unit")),
    drop: async (order, story) => void (await send(`${baseUrl}/sandbox/orders/${order}/drop`, { story })),
    advance: async (milliseconds) =>
      (await visitor.sandbox.advance({ payload: { _tag: "By", milliseconds } })).now,
    advanceTo: async (moment) => (await visitor.sandbox.advance({ payload: { _tag: "To", moment } })).now,
  };
};
