import { ahead } from "./families/ahead.ts";
import { changing } from "./families/changing.ts";
import { finding } from "./families/finding.ts";
import { holding } from "./families/holding.ts";
import { live } from "./families/live.ts";
import { mishaps } from "./families/mishaps.ts";
import { paying } from "./families/paying.ts";
import { selling } from "./families/selling.ts";
import { speed } from "./families/speed.ts";
import { stripe } from "./families/stripe.ts";
import { openStage } from "./stage.ts";

// One shop and one browser for all of them: a start takes longer than most. Here its clock stands.
const stage = openStage();

finding(stage);
paying(stage);
holding(stage);
stripe(stage);
selling(stage);
changing(stage);
mishaps(stage);
live(stage);
ahead(stage);
speed(stage);
