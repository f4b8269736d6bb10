import type { ResaleOptions } from "../Engine.ts";
import type { Handlers } from "../Handlers.ts";
import { buyingWith } from "./buying.ts";
import { catalogue } from "./catalogue.ts";
import { figures } from "./figures.ts";
import { healthOf } from "./health.ts";
import { live } from "./live.ts";
import { orders } from "./orders.ts";
import { photos } from "./photos.ts";
import { review } from "./review.ts";
import { sandbox } from "./sandbox.ts";
import { selling } from "./selling.ts";
import { subscriptions } from "./subscriptions.ts";
import { support } from "./support.ts";
import { webhooksOf } from "./webhooks.ts";

/** Every endpoint of the contract and what it does: to leave one out does not compile. */
export const handlersOf = ({
  webhooks = {},
  cardForm,
  isStopping = () => false,
}: Pick<ResaleOptions, "webhooks" | "cardForm" | "isStopping">): Handlers => ({
  selling,
  review,
  catalogue,
  buying: buyingWith(cardForm),
  orders,
  live,
  support,
  figures,
  subscriptions,
  photos,
  webhooks: webhooksOf(webhooks),
  health: healthOf(isStopping),
  sandbox,
});
