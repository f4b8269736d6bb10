import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PhotoId } from "@resale/core";
import { folderStore } from "@resale/photos";
import { Effect, Option } from "effect";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DrawnPhotos } from "../src/artwork/DrawnPhotos.ts";

describe("pictures of what was sown", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "resale-drawn-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const widthOf = async (bytes: Option.Option<Uint8Array>) =>
    (await sharp(Option.getOrThrow(bytes)).metadata()).width;

  it("are drawn small for a list, whole for whoever looks closer, and then kept for both", async () => {
    const kept = folderStore(folder);
    const drawn = new DrawnPhotos();
    const store = drawn.over(kept);
    const [id] = drawn.ids;
    if (id === undefined) throw new Error("nothing was sown");
    const read = (size: "list" | "zoom") => Effect.runPromise(store.read(id, size));
    const soon = await read("list");
    expect(await widthOf(soon)).toBe(480);
    expect(await read("list")).toEqual(soon);
    expect(await Effect.runPromise(kept.read(id, "list"))).toEqual(Option.none());
    expect(await widthOf(await read("zoom"))).toBe(1600);
    expect(await read("list")).toEqual(await Effect.runPromise(kept.read(id, "list")));
    expect(await widthOf(await read("list"))).toBe(480);
  });

  it("are no others: whatever else is not kept is not there", async () => {
    const store = new DrawnPhotos().over(folderStore(folder));
    const nobodys = PhotoId.make("x".repeat(43));
    expect(await Effect.runPromise(store.read(nobodys, "list"))).toEqual(Option.none());
  });
});
