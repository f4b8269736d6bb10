import { makeClient, RequestRefused, type ResaleClient } from "@resale/http/client";
import { expire, session } from "../session/session.ts";

const baseUrl = `${location.origin}/api`;

/** The marketplace, asked as whoever is signed in; sent by what does the same as `fetch`. */
const clientBy = (send: typeof fetch): ResaleClient =>
  makeClient({
    baseUrl,
    fetch: async (input, init) => {
      const asked = session();
      const answer = await send(input, init);
      if (answer.status === 401 && asked !== undefined) expire(asked);
      return answer;
    },
    token: () => {
      const signedIn = session();
      return signedIn === undefined ? undefined : { bearer: signedIn.token };
    },
  });

/** The marketplace, asked as whoever is signed in. */
export const client: ResaleClient = clientBy((input, init) => fetch(input, init));

/** How one comes to the marketplace: signed in or not, or by the link of an order. */
export type Way = "signedIn" | { readonly guest: string };

/** The marketplace on the same way, by another means of sending. */
export const clientOn = (way: Way, send: typeof fetch): ResaleClient =>
  way === "signedIn" ? clientBy(send) : makeClient({ baseUrl, fetch: send, token: () => way });

const guests = new Map<string, ResaleClient>();

/** The marketplace, asked as whoever holds the link of an order. */
export const guestClient = (token: string): ResaleClient => {
  const known = guests.get(token);
  if (known !== undefined) return known;
  const made = makeClient({ baseUrl, token: () => ({ guest: token }) });
  guests.set(token, made);
  return made;
};

/** Where a picture is served. */
export const photoUrl = (id: string, size: "list" | "detail" | "zoom"): string => `/api/photos/${id}/${size}`;

/** What went wrong, in the marketplace's own words where it has some. */
export const wordsOf = (error: unknown): string =>
  error instanceof RequestRefused
    ? error.problem.detail
    : "The shop can’t be reached just now. Please try again in a moment.";

export const problemOf = (error: unknown): RequestRefused["problem"] | undefined =>
  error instanceof RequestRefused ? error.problem : undefined;

export const rejectionOf = (error: unknown) => problemOf(error)?.rejection;
