import { mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { folderStore, intake } from "@resale/photos";
import { looks, photoOf, shots } from "@resale/seed";
import { Effect } from "effect";
import sharp from "sharp";

/** A picture as a telephone might send it: with enough to see that a browser counts it as one. */
export const photo: Promise<Buffer> = sharp({
  create: {
    width: 800,
    height: 800,
    channels: 3,
    background: "#a87b50",
    noise: { type: "gaussian", mean: 150, sigma: 4 },
  },
})
  .jpeg({ quality: 80 })
  .toBuffer();

const sown = looks.flatMap((piece) => shots.map((shot) => photoOf(piece, shot).id));

/** Hangs one picture in the place of all that the shop would draw: drawing takes longer than all that is tested. */
export const hangPictures = async (folder: string): Promise<void> => {
  const [first, ...others] = sown;
  if (first === undefined) return;
  const taken = await Effect.runPromise(intake(await photo));
  await Effect.runPromise(folderStore(folder).write(first, taken));
  const placeOf = (id: string): string => join(folder, "photos", id.slice(0, 2), id);
  const hang = async (id: string): Promise<void> => {
    await mkdir(dirname(placeOf(id)), { recursive: true });
    await symlink(placeOf(first), placeOf(id));
  };
  await Promise.all(others.map(hang));
};
