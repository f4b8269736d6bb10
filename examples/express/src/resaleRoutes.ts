import { type ActorSaid, type Calls, type Resale, ResaleRejected, type WriteOptions } from "@resale/embed";
import { type NextFunction, type Request, type Response, Router } from "express";
import type { Shop } from "./Shop.ts";

const STATUS: Readonly<Record<string, number>> = {
  NotFound: 404,
  NotAllowed: 403,
  Invalid: 422,
  Unreachable: 503,
  Busy: 503,
};

/** What the engine refuses, as this shop's pages are told: a sentence for people, a tag and its fields for code. */
const refused = (error: unknown, _: Request, response: Response, next: NextFunction): void => {
  if (!ResaleRejected.is(error)) {
    next(error);
    return;
  }
  const { rejection, message } = error;
  response.status(STATUS[rejection._tag] ?? 409).json({ message, rejection });
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Resale beside what the shop has already. Who asks is whom the shop's own session names. */
export const resaleRoutes = (shop: Shop, resale: Resale): Router => {
  const router = Router();
  const callsOf = (request: Request): Calls => {
    const account = shop.accountOf(request.get("x-session"));
    const actor: ActorSaid =
      account === undefined ? { _tag: "Visitor" } : { _tag: "Member", id: account.id, email: account.email };
    return resale.as(actor);
  };
  const browser = (request: Request) => request.get("x-browser") ?? "";
  /** A page that got no answer asks again under the same key. It is for one call of the engine, so each step has its own. */
  const once = (request: Request, step: string): WriteOptions => {
    const key = request.get("idempotency-key");
    return key === undefined ? {} : { idempotencyKey: `${key} ${step}` };
  };

  router.get("/purchases", async (request, response) => {
    response.json(await callsOf(request).selling.purchases());
  });
  router.post("/listings", async (request, response) => {
    const calls = callsOf(request);
    const { id } = await calls.selling.start(text(request.body.unit), once(request, "start"));
    await calls.listings.edit(id, { details: request.body.details }, once(request, "edit"));
    response.status(201).json(await calls.listings.submit(id, once(request, "submit")));
  });
  router.get("/pieces", async (_, response) => {
    response.json(await resale.catalogue.search({ filter: {}, sort: "Newest", limit: 20 }));
  });
  router.put("/cart/:piece", (request, response) => {
    shop.cartOf(browser(request)).add(request.params.piece);
    response.status(204).end();
  });
  router.post("/checkouts", async (request, response) => {
    const { email, name, shipTo } = request.body;
    const cart = { listings: [...shop.cartOf(browser(request))], email, name, shipTo };
    response.status(201).json(await callsOf(request).buying.open(cart, once(request, "open")));
  });
  // Held by the step before: a card that is declined leaves the pieces with whoever tries another one.
  router.post("/checkouts/:checkout/payment", async (request, response) => {
    const card = { tender: "Card", token: text(request.body.token) };
    const paid = await callsOf(request).buying.pay(request.params.checkout, card, once(request, "pay"));
    shop.cartOf(browser(request)).clear();
    response.json(paid);
  });
  router.get("/orders/:order", async (request, response) => {
    response.json(await callsOf(request).orders.view(request.params.order));
  });
  router.post("/orders/:order/confirmation", async (request, response) => {
    response.json(await callsOf(request).orders.confirm(request.params.order));
  });
  router.use(refused);
  return router;
};
