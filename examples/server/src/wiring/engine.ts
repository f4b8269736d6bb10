import { Live, Programs, preLoved } from "@resale/core";
import { signGuestLinks, uuidV7 } from "@resale/http";
import { Effect, Layer } from "effect";
import type { DrawnPhotos } from "../artwork/DrawnPhotos.ts";
import { Address } from "./Address.ts";
import { chosenMoney } from "./chosen.ts";
import { chosenCarrier } from "./chosenCarrier.ts";
import { chosenLoyalty } from "./chosenLoyalty.ts";
import { clock } from "./clock.ts";
import { database } from "./database.ts";
import { deliver } from "./deliver.ts";
import { MailHook, mailer } from "./mailer.ts";
import { Operating } from "./Operating.ts";
import { photos } from "./photos.ts";
import { Secrets } from "./Secrets.ts";
import { Settings } from "./Settings.ts";
import { simulators } from "./simulators.ts";
import { subscribers } from "./subscribers.ts";
import { traces } from "./traces.ts";
import { simulatedWorld } from "./world.ts";

const links = Layer.unwrap(
  Effect.gen(function* () {
    const { shopUrl } = yield* Settings;
    const { guestLinks } = yield* Secrets;
    return signGuestLinks({ secret: guestLinks, shopUrl });
  }),
);

const world = Layer.unwrap(Effect.map(Address, (address) => simulatedWorld(deliver(address))));

/** Every port of the engine with the adapter this shop has chosen for it. */
export const engine = (drawn: DrawnPhotos) =>
  Layer.mergeAll(world, photos(drawn), mailer, MailHook.layer, links, uuidV7, subscribers, Live.layer).pipe(
    // What is chosen stands before what is simulated.
    Layer.provideMerge(Layer.mergeAll(chosenMoney, chosenCarrier, chosenLoyalty)),
    Layer.provideMerge(Layer.mergeAll(simulators, database, Programs.layer(preLoved))),
    Layer.provideMerge(clock),
    Layer.provideMerge(Secrets.layer),
    Layer.provideMerge(Layer.merge(Settings.layer, Address.layer)),
    Layer.provideMerge(traces),
    Layer.provideMerge(Operating.layer),
  );
