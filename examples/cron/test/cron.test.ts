import { createResale, preLoved } from "@resale/embed";
import {
  aMember,
  aPurchase,
  MemoryCarrier,
  MemoryMailer,
  MemoryPayments,
  MemoryStore,
  MemoryStoreCredit,
  MemoryTax,
  SettableClock,
  START,
  settableClockLayer,
  silentWorld,
  someDetails,
  testLinks,
  unitOf,
} from "@resale/testkit";
import { Layer, ManagedRuntime } from "effect";
import { expect, it } from "vitest";
import { handler } from "../src/handler.ts";

const ada = aMember();
const bag = aPurchase();
const asAda = { _tag: "Member", id: ada.id, email: ada.email } as const;

/** A database that outlives each invocation, as a shop's does. */
const shop = async () => {
  const clock = new SettableClock(START);
  const kept = ManagedRuntime.make(Layer.merge(MemoryStore.layer, MemoryMailer.layer));
  const database = Layer.succeedContext(await kept.context());
  const mails = await kept.runPromise(MemoryMailer.useSync(({ sent }) => sent));
  const build = () =>
    createResale({
      program: preLoved,
      store: database,
      mailer: database,
      members: { get: () => ada, byEmail: () => ada },
      purchases: { ofMember: () => [bag], line: () => bag },
      payments: MemoryPayments.layer,
      tax: MemoryTax.layer,
      storeCredit: MemoryStoreCredit.layer,
      carrier: MemoryCarrier.layer,
      links: testLinks,
      sandbox: Layer.merge(silentWorld, settableClockLayer(clock)),
    });
  return { build, clock, mails };
};

it("does in one invocation what is due, and in the next what has come due since", async () => {
  const { build, clock, mails } = await shop();
  const every = handler(build);
  expect(await every()).toEqual({ timers: 0, tasks: 0, more: false });
  {
    await using resale = build();
    const member = resale.as(asAda);
    const { id } = await member.selling.start(unitOf(bag));
    await member.listings.edit(id, { details: someDetails() });
    await member.listings.submit(id);
  }
  expect((await every()).tasks).toBe(1);
  expect(mails.map(({ mail }) => mail._tag)).toEqual(["SubmissionReceived"]);
  // Two business days later the review is due: an alert, whoever is awake.
  clock.set(START + 4 * 86_400_000);
  expect((await every()).timers).toBe(1);
});

it("two invocations at once send each mail once", async () => {
  const { build, mails } = await shop();
  {
    await using resale = build();
    const member = resale.as(asAda);
    const { id } = await member.selling.start(unitOf(bag));
    await member.listings.edit(id, { details: someDetails() });
    await member.listings.submit(id);
  }
  const every = handler(build);
  await Promise.all([every(), every(), every()]);
  expect(mails).toHaveLength(1);
});

it("begins nothing new once its time is up, and says that there is more", async () => {
  const { build } = await shop();
  {
    await using resale = build();
    await resale.as(asAda).selling.start(unitOf(bag));
    const { id } = (await resale.as(asAda).selling.listings({ limit: 1 }))[0] ?? { id: "" };
    await resale.as(asAda).listings.edit(id, { details: someDetails() });
    await resale.as(asAda).listings.submit(id);
  }
  expect(await handler(build, 0)()).toMatchObject({ tasks: 1, more: true });
});
