import {
  Catalogue,
  Deliveries,
  Figures,
  History,
  instant,
  KeptPhotos,
  News,
  Retention,
  Store,
  Subscriptions,
  Tasks,
  Timers,
} from "@resale/core";
import { MemoryStore } from "@resale/testkit";
import {
  type Contract,
  catalogueContract,
  claimsContract,
  deliveriesContract,
  facetsContract,
  figuresContract,
  findContract,
  historyContract,
  keptPhotosContract,
  NOON,
  newsContract,
  retentionContract,
  storeContract,
  subscriptionsContract,
  tasksContract,
  timersContract,
} from "@resale/testkit/contracts/plain";
import { type Context, Effect, type Layer, Option, Stream } from "effect";
import { notices, planted } from "./catching.ts";

const sick =
  <Id extends Layer.Success<typeof MemoryStore.layer>, Service extends object>(
    contract: (name: string, store: typeof MemoryStore.layer) => Contract,
    port: Context.Key<Id, Service>,
  ) =>
  (plant: (sound: Service) => Partial<Service>) =>
  () =>
    contract("a sick one", planted(port, MemoryStore.layer, plant));

const store = sick(storeContract, Store);
notices(
  "conflicts are passed over",
  store(({ commit }) => ({
    commit: (wanted) => Effect.catchTag(commit(wanted), "VersionConflict", () => Effect.void),
  })),
  "not so: of many who create one subject at once",
);
notices(
  "subjects come in an order of the store's own",
  store(({ load }) => ({ load: (subjects) => Effect.map(load(subjects), (found) => found.toReversed()) })),
  "not so: subjects come in the order asked for",
);

const claims = sick(claimsContract, Store);
notices(
  "two listings may claim one unit",
  claims(({ commit }) => ({
    commit: ({ changes, ...rest }) =>
      commit({ ...rest, changes: changes.map((one) => ({ ...one, index: { ...one.index, claim: null } })) }),
  })),
  "not so: R4 a unit that one listing claims is refused to another",
);
notices(
  "answers are not kept",
  claims(({ commit }) => ({ commit: ({ changes }) => commit({ changes }) })),
  "not so: R56 an answer is kept with its commit",
);

const found = sick(findContract, Store);
notices(
  "every page is the first",
  found(({ find }) => ({ find: ({ after, ...query }) => find(query) })),
  "not so: pages follow one another without a gap",
);
notices(
  "only the first status counts",
  found(({ find }) => ({
    find: ({ status, ...query }) =>
      find(status === undefined ? query : { ...query, status: status.slice(0, 1) }),
  })),
  "not so: subjects are found by one of several statuses",
);

const history = sick(historyContract, History);
notices(
  "the event at the position comes again",
  history(({ all }) => ({ all: (after, limit) => all(after - 1, limit) })),
  "not so: R55",
);
notices(
  "the journal forgets the last line",
  history(({ postingsOf }) => ({
    postingsOf: (order) => Effect.map(postingsOf(order), (lines) => lines.slice(0, -1)),
  })),
  "not so: R53 the journal keeps every line of an order",
);

const timers = sick(timersContract, Timers);
notices(
  "timers fire a millisecond early",
  timers(({ drain }) => ({
    drain: (request) => drain({ ...request, now: (request.now + 1) as typeof request.now }),
  })),
  "not so: R41 what is due at the moment is taken",
);
notices(
  "nobody is told when to come back",
  timers(() => ({ next: Effect.succeed(Option.none()) })),
  "not so: a decision is written whole",
);

const tasks = sick(tasksContract, Tasks);
notices(
  "a lease ends at once",
  tasks(({ take }) => ({ take: (request) => take({ ...request, lease: 0 }) })),
  "not so: of many who take at once, one gets each task",
);
notices(
  "parked tasks go on by themselves",
  tasks(({ postpone }) => ({
    postpone: (task, error, at) => postpone(task, error, at ?? (2_000_000_000_000 as never)),
  })),
  "not so: a parked task waits for an operator",
);

const catalogue = sick(catalogueContract, Catalogue);
notices(
  "the highest price is not looked at",
  catalogue(({ search }) => ({
    search: ({ filter: { priceTo, ...filter }, ...request }) => search({ ...request, filter }),
  })),
  "not so: R20 every filter that is named must hold",
);
notices(
  "every page is the first",
  catalogue(({ search }) => ({
    search: ({ cursor, ...request }) =>
      Effect.map(search(request), (page) => (cursor === undefined ? page : { ...page, next: Option.none() })),
  })),
  "not so: R20 entries are sorted by age and by price",
);

const facets = sick(facetsContract, Catalogue);
notices(
  "a facet is narrowed by its own filter",
  facets((sound) => ({
    facets: (filter) =>
      Effect.map(sound.facets(filter), (all) => ({
        ...all,
        grade: all.grade.filter(({ value }) => filter.grade?.includes(value) ?? true),
      })),
  })),
  "not so: R20 a facet counts its values, not narrowed by its own filter",
);
notices(
  "the rarest comes first",
  facets((sound) => ({
    facets: (filter) =>
      Effect.map(sound.facets(filter), (all) => ({ ...all, grade: all.grade.toReversed() })),
  })),
  "not so: R20 a facet counts its values",
);

const subscriptions = sick(subscriptionsContract, Subscriptions);
notices(
  "a secret may be changed by two at once",
  subscriptions(({ change }) => ({ change: (id, wanted) => Effect.as(change(id, wanted), true) })),
  "not so: R60 of two who change a secret at once one wins",
);
notices(
  "the newest comes first",
  subscriptions(({ all }) => ({ all: Effect.map(all, (list) => list.toReversed()) })),
  "not so: R60 all subscriptions are listed, oldest first",
);

const deliveries = sick(deliveriesContract, Deliveries);
notices(
  "a subject is given to two workers",
  deliveries(({ take }) => ({ take: (request) => take({ ...request, lease: 0 }) })),
  "not so: R60",
);
notices(
  "tries in vain are not counted",
  deliveries(({ postpone }) => ({ postpone: (delivery, at) => postpone(delivery, at) })),
  "not so: R60 tries in vain are counted from the first one",
);

const figures = sick(figuresContract, Figures);
notices(
  "events are counted twice by two who are at it",
  figures(({ record }) => ({ record: (counted) => Effect.as(record(counted), true) })),
  "not so:",
);
notices(
  "the last day is left out",
  figures(({ read }) => ({
    read: (days) => Effect.map(read(days), (all) => all.filter(({ day }) => day < days.to)),
  })),
  "not so:",
);

const keptPhotos = sick(keptPhotosContract, KeptPhotos);
notices(
  "a photo is given up although it was put to use meanwhile",
  keptPhotos(({ giveUp, idle }) => ({
    giveUp: (photos) =>
      Effect.flatMap(idle(instant(NOON * 2), 1_000_000), (all) =>
        giveUp(all.filter(({ id }) => photos.some((one) => one.id === id))),
      ),
  })),
  "not so: R7 what was put to use since it was looked at is not given up",
);
notices(
  "two take in one upload",
  keptPhotos(() => ({ lease: () => Effect.succeed(true) })),
  "not so: of many who take in one upload",
);
notices(
  "a photo that is kept is forgotten",
  keptPhotos(({ forget, giveUp }) => ({
    forget: (ids) => Effect.andThen(giveUp(ids.map((id) => ({ id, at: instant(NOON + 70) }))), forget(ids)),
  })),
  "a photo that is kept was forgotten",
);

const retention = sick(retentionContract, Retention);
notices(
  "what is parked is forgotten",
  () =>
    retentionContract(
      "a sick one",
      planted(Tasks, MemoryStore.layer, ({ finish, postpone }) => ({
        postpone: (task, error, at) =>
          at === undefined ? finish(task, instant(NOON)) : postpone(task, error, at),
      })),
    ),
  "not so:",
);
notices(
  "more is forgotten than is asked for",
  retention(({ forget }) => ({ forget: (request) => forget({ ...request, limit: 1_000 }) })),
  "more is forgotten than was asked for",
);
notices(
  "answers stay for ever",
  retention(({ forget }) => ({
    forget: ({ until, limit }) => forget({ until: { ...until, answers: instant(0) }, limit }),
  })),
  "not so: R56",
);
notices(
  "it forgets a day too early",
  retention(({ forget }) => ({
    forget: ({ until, limit }) => {
      const later = instant(until.deliveries + 86_400_000);
      return forget({ until: { tasks: later, answers: later, deliveries: later }, limit });
    },
  })),
  "forgotten",
);

const news = sick((name, layer) => newsContract(name, layer, "1 second"), News);
notices(
  "nothing is ever told",
  news(() => ({ stream: Stream.never })),
  "of a commit nothing was told",
);
notices(
  "the first thing told is the last",
  news(({ stream }) => ({ stream: Stream.concat(Stream.take(stream, 1), Stream.never) })),
  "not so: tell of a commit",
);
