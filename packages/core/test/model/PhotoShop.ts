import {
  type Actor,
  collectAllPhotos,
  commandListing,
  DAY,
  KeptPhotos,
  Listing,
  ListingId,
  type Photo,
  type PhotoId,
  Photos,
  photosOfListing,
  plus,
  runTimers,
  Store,
  startListing,
  takePhoto,
} from "@resale/core";
import {
  aMember,
  aPurchase,
  MemoryMembers,
  MemoryPhotos,
  MemoryPurchases,
  MemoryStore,
  makeWorld,
  signedIn,
  unitOf,
} from "@resale/testkit";
import { Cause, Effect, Exit, Schema } from "effect";
import { expect } from "vitest";
import { Turns } from "./Turns.ts";

const readListing = Schema.decodeUnknownSync(Listing);

/** A seller with some drafts, workers that collect photos, and a law that is looked at after every step. */
export class PhotoShop {
  readonly #world = makeWorld();
  readonly turns = new Turns();
  /** Every photo that a seller was ever told of. */
  readonly known: Array<Photo> = [];
  readonly drafts: Array<ListingId> = [];
  #actor: Actor = { _tag: "Visitor" };

  async open(drafts: number): Promise<void> {
    const seller = aMember();
    const actor = signedIn(seller);
    this.#actor = actor;
    const purchases = Array.from({ length: drafts }, () => aPurchase());
    const drafted = Effect.gen(function* () {
      (yield* MemoryMembers).upsert(seller);
      for (const purchase of purchases) (yield* MemoryPurchases).upsert(seller.id, purchase);
      return yield* Effect.forEach(purchases, (purchase) => startListing({ actor }, unitOf(purchase)));
    });
    const started = await this.#world.runtime.runPromise(drafted);
    this.drafts.push(...started.map(({ id }) => ListingId.make(id)));
  }

  upload(): Promise<void> {
    return this.#begin(
      "upload",
      Effect.map(takePhoto(new Uint8Array([1, 2, 3])), (photo) => void this.known.push(photo)),
    );
  }

  /** What is attached replaces all that was. One that is gone by now is refused, and nothing changes. */
  attach(draft: ListingId, photos: ReadonlyArray<Photo>): Promise<void> {
    const details = {
      photos: photos.map((photo) => ({ photo, shows: { _tag: "Other" } as const })),
      imperfections: [],
    };
    return this.#begin("attach", commandListing({ actor: this.#actor }, draft, { _tag: "Edit", details }));
  }

  withdraw(draft: ListingId): Promise<void> {
    return this.#begin("withdraw", commandListing({ actor: this.#actor }, draft, { _tag: "Withdraw" }));
  }

  collect(): Promise<void> {
    return this.#begin("collect", collectAllPhotos());
  }

  /** Requests take no days; a worker that collects may be held up for as long as it likes. */
  get mayPass(): boolean {
    return this.turns.waiting.every(({ name }) => name === "collect");
  }

  async pass(days: number): Promise<void> {
    const { clock, runtime } = this.#world;
    clock.set(plus(clock.now as Parameters<typeof plus>[0], days * DAY));
    await runtime.runPromise(runTimers(100));
  }

  async #begin<A, E, R>(name: string, work: Effect.Effect<A, E, R>): Promise<void> {
    const { runtime } = this.#world;
    const worker = this.turns.begin(name);
    const kept = await runtime.runPromise(KeptPhotos);
    const photos = await runtime.runPromise(Photos);
    const store = await runtime.runPromise(Store);
    const gated = work.pipe(
      Effect.provideService(KeptPhotos, this.turns.gated(worker, kept)),
      Effect.provideService(Photos, this.turns.gated(worker, photos)),
      Effect.provideService(Store, this.turns.gated(worker, store)),
    );
    runtime.runFork(gated as Effect.Effect<A, E>).addObserver((exit) => {
      worker.state = "Done";
      if (Exit.isFailure(exit) && Cause.hasDies(exit.cause)) throw Cause.squash(exit.cause);
    });
    await this.turns.settled();
  }

  async #shown(): Promise<ReadonlySet<PhotoId>> {
    const { database } = await this.#world.runtime.runPromise(MemoryStore);
    const listings = [...database.subjects.values()].filter(
      ({ stored }) => stored.subject.kind === "listing",
    );
    return new Set(listings.flatMap(({ stored }) => photosOfListing(readListing(stored.state))));
  }

  async #kept(): Promise<ReadonlySet<PhotoId>> {
    return new Set((await this.#world.runtime.runPromise(MemoryPhotos)).photos.keys());
  }

  async shows(draft: ListingId): Promise<boolean> {
    const { database } = await this.#world.runtime.runPromise(MemoryStore);
    const found = [...database.subjects.values()].find(({ stored }) => stored.subject.id === draft);
    return found !== undefined && photosOfListing(readListing(found.stored.state)).length > 0;
  }

  /** R7: what a listing shows is there. */
  async check(): Promise<void> {
    const kept = await this.#kept();
    expect([...(await this.#shown())].filter((id) => !kept.has(id))).toEqual([]);
  }

  /** Whoever has died stays dead; the others are done with, and time passes: what is kept is what is shown. */
  async end(): Promise<void> {
    for (;;) {
      const [next] = this.turns.waiting;
      if (next === undefined) break;
      await this.turns.giveTurn(next);
      await this.check();
    }
    await this.pass(100);
    await this.#world.runtime.runPromise(collectAllPhotos());
    await this.pass(8);
    await this.#world.runtime.runPromise(collectAllPhotos());
    expect([...(await this.#kept())].sort()).toEqual([...(await this.#shown())].sort());
    await this.#world.runtime.dispose();
  }
}
