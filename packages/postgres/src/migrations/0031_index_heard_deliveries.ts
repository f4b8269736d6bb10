import { indexConcurrently } from "./Migration.ts";

/** What a subscriber has heard to its end is forgotten oldest first (see `Retention`). */
export const indexHeardDeliveries = indexConcurrently(
  "deliveries_heard",
  "resale.deliveries (((last ->> 'at')::float8)) where due_at is null",
);
