import { endings } from "./families/endings.ts";
import { following } from "./families/following.ts";
import { reviewing } from "./families/reviewing.ts";
import { running } from "./families/running.ts";
import { supporting } from "./families/supporting.ts";
import { openStage } from "./stage.ts";

// In this shop the clock is moved: nobody else's hold may end by it.
const stage = openStage();

reviewing(stage);
following(stage);
supporting(stage);
running(stage);
endings(stage);
