import type { Resale } from "@resale/embed";
import express, { type Express } from "express";
import { resaleRoutes } from "./resaleRoutes.ts";
import type { Shop } from "./Shop.ts";

/** The shop's own application, with one line more. */
export const makeApp = (shop: Shop, resale: Resale): Express => {
  const app = express();
  app.use(express.json());
  app.post("/sign-in/:account", (request, response) => {
    response.json({ session: shop.signIn(request.params.account) });
  });
  app.use("/resale", resaleRoutes(shop, resale));
  return app;
};
