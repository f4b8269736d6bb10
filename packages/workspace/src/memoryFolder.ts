import { accessSync, constants, statfsSync } from "node:fs";

const FOLDER = "/dev/shm";

/** In bytes; several times what the tests have lying there at once. */
const ROOM = 4 * 1024 ** 3;

/** Where files lie in memory, if this system has such a folder and enough of both. */
export const memoryFolder = (): string | undefined => {
  try {
    accessSync(FOLDER, constants.W_OK);
    const { bavail, bsize } = statfsSync(FOLDER);
    return Math.min(bavail * bsize, process.availableMemory()) < ROOM ? undefined : FOLDER;
  } catch {
    return undefined;
  }
};
