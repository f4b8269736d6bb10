import { PhotoLinks, PhotoRefused } from "@resale/core";
import { RequestRefused, sendPhoto } from "@resale/http/client";
import { aMember, MemoryPhotos, signedIn } from "@resale/testkit";
import { Effect, Layer, Option } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, type Shop } from "./shop.ts";

const file = new Blob([new Uint8Array([1, 2, 3])], { type: "image/png" });

describe("a photo over HTTP", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const seller = () => shop.as(signedIn(aMember()));

  it("R7 is sent in three steps by the client, whoever takes the file", async () => {
    const photo = await sendPhoto(await seller(), file, { baseUrl: shop.baseUrl });
    const params = { photo: photo.id, size: "list" } as const;
    expect([...(await shop.visitor.photos.photo({ params }))]).toEqual([1, 2, 3]);
  });

  it("R7 that is refused on its way is refused in the marketplace's words", async () => {
    const { failNext } = await shop.runtime.runPromise(MemoryPhotos);
    failNext("take", new PhotoRefused({ reason: "FormatNotTaken", detail: "HEIC files are not taken." }));
    const sending = sendPhoto(await seller(), file, { baseUrl: shop.baseUrl });
    const refused = await sending.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RequestRefused);
    expect(refused).toMatchObject({ problem: { status: 422, detail: "HEIC files are not taken." } });
  });

  it("that a store does not take, which speaks no language of ours, is an error all the same", async () => {
    const elsewhere: typeof fetch = () => Promise.resolve(new Response("<Error/>", { status: 403 }));
    const sending = sendPhoto(await seller(), file, { baseUrl: shop.baseUrl, fetch: elsewhere });
    await expect(sending).rejects.toThrow("it answers 403");
  });

  it("R7 is put once: by its address alone, of the announced size, and never over one that was taken in", async () => {
    const client = await seller();
    const upload = await client.photos.openUpload({ payload: { type: "image/png", bytes: 3 } });
    const put = (body: Uint8Array<ArrayBuffer>) =>
      fetch(`${shop.baseUrl}/${upload.url}`, { method: "PUT", headers: { ...upload.headers }, body });
    expect((await put(new Uint8Array([1, 2]))).status).toBe(422);
    expect((await put(new Uint8Array([1, 2, 3]))).status).toBe(204);
    expect((await put(new Uint8Array([9, 9, 9]))).status).toBe(204);
    const { id } = await client.photos.finishUpload({ params: { photo: upload.id } });
    const answer = await fetch(`${shop.baseUrl}/photos/${id}/list`);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it("R56 an upload is opened once for a key", async () => {
    const { photos } = await seller();
    const asked = { payload: { type: "image/png", bytes: 3 }, key: crypto.randomUUID() } as const;
    expect(await photos.openUpload(asked)).toEqual(await photos.openUpload(asked));
  });
});

describe("a photo that is had elsewhere", () => {
  it("R7 is shown where it is, for as long as that holds, less a minute to get there", async () => {
    const links = Layer.succeed(PhotoLinks, (id, size) =>
      Effect.succeedSome({ url: `https://photos.example/${id}/${size}.jpg`, holds: 3_600 }),
    );
    const shop = await openShop(links);
    try {
      const answer = await fetch(`${shop.baseUrl}/photos/${"p".repeat(32)}/zoom`, { redirect: "manual" });
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toBe(`https://photos.example/${"p".repeat(32)}/zoom.jpg`);
      expect(answer.headers.get("cache-control")).toBe("public, max-age=3540");
    } finally {
      await shop.close();
    }
    expect(
      Option.isNone(await Effect.runPromise(Effect.flatMap(PhotoLinks, (of) => of("p" as never, "list")))),
    ).toBe(true);
  });
});
