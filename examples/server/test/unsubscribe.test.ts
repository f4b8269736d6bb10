import { Email, viewMailbox } from "@resale/core";
import { asSupport } from "@resale/testkit";
import { Effect } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { start } from "../src/start.ts";
import { stopLinks } from "../src/wiring/mailer.ts";
import { opened, surroundings } from "./marketplace.ts";

describe("the link that stops optional mails", () => {
  let room: Awaited<ReturnType<typeof opened<Effect.Success<typeof surroundings>>>>;
  let server: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    room = await opened(surroundings);
    server = await start(room.env);
  });
  afterAll(async () => {
    await server?.stop();
    await room?.close();
  });

  const reader = Email.make("ada@example.com");
  const path = () =>
    server.runtime.runPromise(Effect.map(stopLinks, ({ linkFor }) => new URL(linkFor(reader)).pathname));
  const wants = () =>
    server.runtime.runPromise(Effect.map(viewMailbox(asSupport, reader), ({ optional }) => optional));

  it("asks whoever follows it, and changes nothing: links are followed by programs as well", async () => {
    // As a browser that follows a link asks, and as programs do.
    for (const accept of ["text/html,application/xhtml+xml", "*/*"]) {
      const { statusCode, body } = await server.app.inject({ url: await path(), headers: { accept } });
      expect(statusCode).toBe(200);
      expect(body).toContain('<form method="post">');
      expect(body).not.toContain(reader);
    }
    expect(await wants()).toBe(true);
  });

  it("stands beside the other pages of the server, which browsers see as well", async () => {
    for (const url of [
      "/docs",
      "/openapi.json",
      "/problems",
      "/mails",
      "/sign-in",
      "/health/live",
      "/api/docs",
    ]) {
      const { statusCode, body } = await server.app.inject({ url, headers: { accept: "text/html" } });
      expect(statusCode, url).toBe(200);
      expect(body, url).not.toContain("/assets/");
    }
  });

  it("is nobody's with another signature", async () => {
    const wrong = (await path()).slice(0, -1);
    for (const method of ["GET", "POST"] as const)
      expect((await server.app.inject({ method, url: wrong })).statusCode).toBe(404);
    expect(await wants()).toBe(true);
  });

  it.each([
    ["a mail program", "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
    [
      "another",
      "multipart/form-data; boundary=b",
      '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n--b--',
    ],
    ["the page's button", "application/x-www-form-urlencoded", ""],
  ])("stops them at once when %s says so, and however often", async (_, type, payload) => {
    const headers = { "content-type": type };
    const { statusCode } = await server.app.inject({ method: "POST", url: await path(), headers, payload });
    expect(statusCode).toBe(200);
    expect(await wants()).toBe(false);
  });

  it("offers them again to whoever has stopped them, and sends them again at the press of a button alone", async () => {
    const at = await path();
    await server.app.inject({ method: "POST", url: at });
    const { body } = await server.app.inject(at);
    expect(body).toContain(`action="${at}/undo"`);
    expect((await server.app.inject(`${at}/undo`)).statusCode).toBe(404);
    expect(await wants()).toBe(false);
    expect((await server.app.inject({ method: "POST", url: `${at.slice(0, -1)}/undo` })).statusCode).toBe(
      404,
    );
    expect(await wants()).toBe(false);
    for (let pressed = 0; pressed < 2; pressed++) {
      expect((await server.app.inject({ method: "POST", url: `${at}/undo` })).statusCode).toBe(200);
      expect(await wants()).toBe(true);
    }
    expect((await server.app.inject(at)).body).toContain("Stop reminders and updates");
  });
});
