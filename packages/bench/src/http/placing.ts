/** How long each part of placing an order took, in milliseconds. */
export interface Placed {
  readonly quote: number;
  readonly checkout: number;
  readonly payment: number;
}

const shipTo = {
  name: "Olive Marchetti",
  line1: "2204 North Halsted Street",
  city: "Chicago",
  region: "IL",
  zip: "60614",
  country: "US",
};

const post = async (url: string, body: unknown): Promise<{ readonly id?: string }> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
};

/** A guest asks what a listing costs, goes to the checkout and pays by card. */
export const placeOrder = async (url: string, listing: string, number: number): Promise<Placed> => {
  const cart = { listings: [listing], shipTo };
  const began = performance.now();
  await post(`${url}/quotes`, cart);
  const quoted = performance.now();
  const email = `olive.${number}@guests.example`;
  const { id } = await post(`${url}/checkouts`, { ...cart, email, name: shipTo.name });
  const held = performance.now();
  await post(`${url}/checkouts/${id}/payment`, { tender: "Card", token: "tok_visa" });
  return { quote: quoted - began, checkout: held - quoted, payment: performance.now() - held };
};
