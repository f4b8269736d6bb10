import { CivilDate } from "@resale/core";
import { providers } from "@resale/embed";
import { anAddress } from "@resale/testkit";
import { carrierContract } from "@resale/testkit/contracts/plain";
import { check } from "@resale/testkit/contracts/vitest";
import { bikeCourier, type CourierApi, type Entry, type Step } from "../src/bikeCourier.ts";

/** The courier's system, as a stand-in for tests: it can be told to act, and then to hang up. */
const aCourier = () => {
  const entries = new Map<string, Entry & { readonly number: string }>();
  const steps = new Map<string, ReadonlyArray<Step>>();
  let hangsUp = false;
  const answer = async <A>(value: A): Promise<A> => {
    await Promise.resolve();
    if (!hangsUp) return value;
    hangsUp = false;
    throw new Error("socket hang up");
  };
  const api: CourierApi = {
    put: (kind, number, content) => {
      const before = [...entries.values()].find((one) => one.number === `${kind} ${number}`);
      const entry = before ?? {
        id: `${kind}-${crypto.randomUUID().slice(0, 12)}`,
        kind,
        content,
        at: Date.now(),
        number: `${kind} ${number}`,
      };
      entries.set(entry.id, entry);
      return answer(entry);
    },
    get: (id) => Promise.resolve(entries.get(id)),
    cancel: () => answer(undefined),
    steps: (id) => Promise.resolve(steps.get(id) ?? []),
  };
  return {
    api,
    collect: (id: string) => void steps.set(id, [{ at: 1, what: "collected" }]),
    hangUp: () => {
      hangsUp = true;
    },
  };
};

const courier = aCourier();

check(
  carrierContract("the bike courier", providers.carrier.layer(bikeCourier(courier.api)), {
    from: anAddress({ zip: "10001" }),
    to: anAddress({ name: "Grace Hopper", zip: "11201" }),
    nowhere: anAddress({ region: "ZZ", zip: "99999" }),
    pickupDate: CivilDate.make("2026-12-08"),
    sunday: CivilDate.make("2026-12-13"),
    accept: (tracking) => courier.collect(tracking),
    loseAnswer: () => courier.hangUp(),
  }),
);
