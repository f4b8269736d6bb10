import type { Catalogue } from "./Catalogue.ts";
import type { Deliveries } from "./Deliveries.ts";
import type { Figures } from "./Figures.ts";
import type { KeptPhotos } from "./KeptPhotos.ts";
import type { News } from "./News.ts";
import type { Retention } from "./Retention.ts";
import type { History, Store } from "./Store.ts";
import type { Subscriptions } from "./Subscriptions.ts";
import type { Tasks } from "./Tasks.ts";
import type { Timers } from "./Timers.ts";

/** The ports of a store over one database: PostgreSQL, or memory for tests. */
export type StorePorts =
  | Store
  | History
  | Timers
  | Tasks
  | Catalogue
  | Subscriptions
  | Deliveries
  | Figures
  | KeptPhotos
  | News
  | Retention;
