import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/** A file's text; nothing, if there is no such file. */
export const readIfThere = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
};

/** The names in a folder; none, if there is no such folder. */
export const namesIn = async (folder: string): Promise<ReadonlyArray<string>> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
};

/**
 * Whether the file was created; false, if there already was one. It is written under another name and linked into its
 * place: a process killed half-way leaves a hidden file that nobody reads.
 */
export const createWhole = async (folder: string, name: string, text: string): Promise<boolean> => {
  const draft = join(folder, `.${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  await writeFile(draft, text, { flag: "wx" });
  try {
    await link(draft, join(folder, name));
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

/** Creates an empty file, or leaves the one that is there. */
export const touch = async (folder: string, name: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), "");
};
