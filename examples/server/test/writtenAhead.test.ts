import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Effect } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../src/start.ts";
import { opened, surroundings } from "./marketplace.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** The shop's pages as they are built, unless they are already. */
const buildShop = () =>
  promisify(execFile)(process.execPath, [join(root, "packages", "workspace", "src", "storefront.ts")], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env["PATH"]}` },
  });

const openShop = () =>
  opened(
    Effect.gen(function* () {
      const { env } = yield* surroundings;
      return yield* Effect.acquireRelease(
        Effect.promise(() => start({ ...env, RATE_READS: "6" })),
        ({ stop }) => Effect.promise(stop),
      );
    }),
  );

const browser = { accept: "text/html" };

/** What stands in a page for its script: each answer under its question. */
const answersIn = (page: string): ReadonlyMap<string, unknown> => {
  const [, text = "{}"] = /<script type="application\/json" id="answers">([^<]*)<\/script>/.exec(page) ?? [];
  const { known = [] }: { readonly known?: ReadonlyArray<[ReadonlyArray<unknown>, unknown]> } =
    JSON.parse(text);
  return new Map(known.map(([[name], answer]) => [String(name), answer]));
};

describe("a page of the shop, before any script has run", () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  beforeAll(async () => {
    await buildShop();
    shop = await openShop();
  });
  afterAll(() => shop?.close());

  const pageAt = (url: string, remoteAddress = "127.0.0.1") =>
    shop.app.inject({ url, headers: browser, remoteAddress });
  const toldAt = async (url: string) => (await shop.app.inject({ url })).json();

  it("shows the catalogue: its pieces, the first photos asked for at once, and the answers it is made of", async () => {
    const { body } = await pageAt("/");
    const found = await toldAt("/api/catalogue?sort=Newest&limit=24");
    expect(found.entries).toHaveLength(24);
    for (const { listing } of found.entries) expect(body).toContain(`<a href="/listings/${listing}">`);
    const [head = ""] = body.split("</head>");
    expect(head).toContain("<title>Michael Kors Pre-Loved</title>");
    expect(head).toMatch(/<style>[^<]*\.card/);
    for (const { photo } of found.entries.slice(0, 4)) {
      expect(head).toMatch(new RegExp(`<link rel="preload" as="image"[^>]*/api/photos/${photo}/list`));
    }
    const answers = answersIn(body);
    expect(answers.get("catalogue")).toEqual({ pages: [found], pageParams: [null] });
    expect(answers.get("program")).toEqual(await toldAt("/api/program"));
    expect([...answers.keys()].sort()).toEqual(["catalogue", "facets", "program"]);
  });

  it("shows what the address asks for", async () => {
    const { body } = await pageAt("/?colour=Black&sort=PriceUp");
    const found = await toldAt("/api/catalogue?colour=Black&sort=PriceUp&limit=24");
    expect(answersIn(body).get("catalogue")).toEqual({ pages: [found], pageParams: [null] });
    expect(body).toContain('aria-label="Remove Black"');
  });

  it("shows a piece with all that is said of it, and its card", async () => {
    const { entries } = await toldAt("/api/catalogue");
    const { body } = await pageAt(`/listings/${entries[0].listing}`);
    const told = await toldAt(`/api/listings/${entries[0].listing}`);
    expect(body).toContain(`<h1>${told.listing.title}</h1>`);
    expect(body).toContain(told.listing.details.description);
    expect(body).toContain("og:title");
    expect(body.match(/<title>/g)).toHaveLength(1);
    expect(answersIn(body).get("listing")).toEqual(told);
  });

  it("is as it is for all where there is no such piece", async () => {
    const plain = (await pageAt("/cart")).body;
    expect(plain).toContain('<div id="shop"></div>');
    for (const listing of ["nothing", "019a0000-0000-7000-8000-000000000000"]) {
      const answer = await pageAt(`/listings/${listing}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toBe(plain);
    }
  });

  it("counts for whoever asks for it, as if their browser had asked the rest", async () => {
    const pages: Array<string> = [];
    for (let visit = 0; visit < 3; visit++) pages.push((await pageAt("/", "203.0.113.9")).body);
    const written = pages.map((page) => answersIn(page).size > 0);
    expect(written).toEqual([true, true, false]);
    const { statusCode } = await shop.app.inject({ url: "/api/program", remoteAddress: "203.0.113.9" });
    expect(statusCode).toBe(429);
    expect(answersIn((await pageAt("/", "203.0.113.10")).body).size).toBe(3);
  });

  it("shows hostile words as words", async () => {
    const hostile = `</script><script>alert(1)</script><!-- "'&`;
    const { href } = pathToFileURL(join(root, "examples", "storefront", "dist", "ahead", "writeAhead.js"));
    const { writeAhead } = await import(/* @vite-ignore */ href);
    const { entries } = await toldAt("/api/catalogue?limit=24");
    const [{ listing, title }] = entries;
    const ask = async (url: string) => {
      const { body } = await shop.app.inject({ url });
      const text = body.replaceAll(JSON.stringify(title), JSON.stringify(hostile));
      return new Response(text, { headers: { "content-type": "application/json" } });
    };
    for (const address of ["/", `/listings/${listing}`]) {
      const { head, body } = await writeAhead({ address, ask, now: 0 });
      expect(head + body).not.toContain("<script>");
      expect(body.match(/<script/g)).toHaveLength(1);
      expect(body.match(/<\/script>/g)).toHaveLength(1);
      expect(body).not.toContain('<!-- "');
      expect(JSON.stringify([...answersIn(body)])).toContain(JSON.stringify(hostile));
    }
    const { head } = await writeAhead({ address: `/listings/${listing}`, ask, now: 0 });
    expect(head).toContain("<title>&lt;/script&gt;");
  });
});
