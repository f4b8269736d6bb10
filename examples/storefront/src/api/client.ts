import { makeLightClient, RequestRefused, type ResaleClient } from "@resale/http/client";
import { expire, session } from "../session/session.ts";

/** Where the marketplace is. A page that is written ahead is nowhere yet. */
export const baseUrl = `${typeof location === "undefined" ? "" : location.origin}/api`;

/** The marketplace, asked as whoever is signed in. */
export const client: ResaleClient = makeLightClient({
  baseUrl,
  fetch: async (input, init) => {
    const asked = session();
    const answer = await fetch(input, init);
    if (answer.status === 401 && asked !== undefined) expire(asked);
    return answer;
  },
  token: () => {
    const signedIn = session();
    return signedIn === undefined ? undefined : { bearer: signedIn.token };
  },
});

/** How one comes to the marketplace: signed in or not, or by the link of an order. */
export type Way = "signedIn" | { readonly guest: string };

const guests = new Map<string, ResaleClient>();

/** The marketplace, asked as whoever holds the link of an order. */
export const guestClient = (token: string): ResaleClient => {
  const known = guests.get(token);
  if (known !== undefined) return known;
  const made = makeLightClient({ baseUrl, token: () => ({ guest: token }) });
  guests.set(token, made);
  return made;
};

/** The marketplace on somebody's way to it. */
export const clientOn = (way: Way): ResaleClient => (way === "signedIn" ? client : guestClient(way.guest));

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
