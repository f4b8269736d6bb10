import { type Member, Members, type Photo, Photos, Purchases } from "@resale/core";
import { MemoryMembers, MemoryPhotos, MemoryPurchases } from "@resale/testkit";
import { membersContract, photosContract, purchasesContract } from "@resale/testkit/contracts/plain";
import { Effect, Option } from "effect";
import { notices, planted } from "./catching.ts";

const members = (plant: (sound: Members["Service"]) => Partial<Members["Service"]>) => () =>
  membersContract("a sick one", planted(Members, MemoryMembers.layer, plant), {
    upsert: (told) => MemoryMembers.useSync(({ upsert }) => upsert(...told)),
  });

notices(
  "addresses are looked up letter by letter",
  members(({ byEmail }) => ({
    byEmail: (email) =>
      Effect.map(
        byEmail(email),
        Option.filter((member) => member.email === email),
      ),
  })),
  "a member is not found as",
);
notices(
  "what was read once is kept",
  members(({ get }) => {
    const kept = new Map<string, Option.Option<Member>>();
    return {
      get: (id) =>
        Effect.map(get(id), (found) => {
          const before = kept.get(id) ?? found;
          kept.set(id, before);
          return before;
        }),
    };
  }),
  "not what was told last is known",
);

const purchases = (plant: (sound: Purchases["Service"]) => Partial<Purchases["Service"]>) => () =>
  purchasesContract("a sick one", planted(Purchases, MemoryPurchases.layer, plant), {
    upsert: (member, lines) => MemoryPurchases.useSync(({ upsert }) => upsert(member, ...lines)),
  });

notices(
  "the oldest comes first",
  purchases(({ ofMember }) => ({
    ofMember: (member) => Effect.map(ofMember(member), (lines) => lines.toReversed()),
  })),
  "a history is not complete, newest first",
);
notices(
  "lines of two members are mixed up",
  purchases(({ line }) => {
    const known = new Map<string, Effect.Success<ReturnType<Purchases["Service"]["line"]>>>();
    return {
      line: (member, id) =>
        Effect.map(line(member, id), (found) => {
          if (Option.isSome(found)) known.set(id, known.get(id) ?? found);
          return known.get(id) ?? found;
        }),
    };
  }),
  "another member's line is given out",
);

const photos = (plant: (sound: Photos["Service"]) => Partial<Photos["Service"]>) => () =>
  photosContract("a sick one", planted(Photos, MemoryPhotos.layer, plant), {
    photo: new TextEncoder().encode("any bytes at all"),
    noPhotos: [{ what: "an empty file", bytes: new Uint8Array(), reason: "NotAnImage" }],
  });

notices(
  "nothing is ever thrown away",
  photos(() => ({ remove: () => Effect.void })),
  "a photo that was removed is still there",
);
notices(
  "the same bytes share an id",
  photos(({ take }) => {
    let first: Photo | undefined;
    return {
      take: (bytes, id) =>
        Effect.map(take(bytes, id), (photo) => {
          first ??= photo;
          return first;
        }),
    };
  }),
  "not so: each photo is kept under its own id",
);
