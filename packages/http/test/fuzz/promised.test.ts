import { describe, expect, it } from "vitest";
import { faultsOf } from "./promised.ts";
import { described } from "./requestsOf.ts";

const byId = new Map(described(true).map((one) => [one.id, one]));
const answer = (status: number, body: unknown, type = "application/problem+json") => ({
  status,
  type,
  body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
});
const told = (text: string, type = "text/event-stream; charset=utf-8") => ({
  status: 200,
  type,
  body: Buffer.from(text),
});
const problem = (status: number) => ({
  type: "/problems/x",
  title: "X",
  status,
  detail: "x",
  wayOut: "x",
  instance: "urn:request:1",
});

describe("what the contract promises", () => {
  it("is kept by an answer as it is documented", () => {
    const live = answer(200, { status: "ok" }, "application/json; charset=utf-8");
    expect(faultsOf(byId.get("health.live"), false, live)).toEqual([]);
    expect(faultsOf(byId.get("orders.confirm"), false, answer(409, problem(409)))).toEqual([]);
    expect(faultsOf(byId.get("orders.askForLink"), false, answer(204, undefined, ""))).toEqual([]);
    const queue = told('event: changed\nid: "1"\ndata: []\n\n');
    expect(faultsOf(byId.get("live.reviewQueue"), false, queue)).toEqual([]);
    expect(faultsOf(undefined, false, answer(405, problem(405)))).toEqual([]);
  });

  it.each([
    ["a defect", "orders.confirm", answer(500, problem(500)), "500"],
    ["something that can't be reached", undefined, answer(503, problem(503)), "503"],
    ["a status that nobody reads of", "orders.confirm", answer(418, problem(418)), "418 is not documented"],
    ["another body", "health.live", answer(200, { status: 1 }, "application/json"), "not what was promised"],
    [
      "more than was said",
      "health.live",
      answer(200, { status: "ok", by: 1 }, "application/json"),
      "promised",
    ],
    ["another type", "health.live", answer(200, { status: "ok" }, "text/html"), "is no JSON"],
    ["a stream of nothing", "live.reviewQueue", told(":\n\n"), "the stream begins with :"],
    [
      "a stream of another thing",
      "live.reviewQueue",
      told('event: changed\nid: "1"\ndata: 1\n\n'),
      "what is told",
    ],
    ["a stream that is none", "live.reviewQueue", told("[]", "application/json"), "no stream of events"],
    ["a body where none is", "orders.askForLink", answer(204, {}, ""), "there is a body"],
    ["a refusal that is no problem", "orders.confirm", answer(409, {}, "application/json"), "not a problem"],
    ["a problem that lacks its words", "orders.confirm", answer(409, { status: 409 }), "is not one"],
    ["a problem of another status", "orders.confirm", answer(409, problem(404)), "says 404"],
  ])("is broken by %s", (_, id, given, fault) => {
    const faults = faultsOf(id === undefined ? undefined : byId.get(id), false, given);
    expect(faults.join("; ")).toContain(fault);
  });
});
