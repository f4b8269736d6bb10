import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// All calls are synchronous: files of some hundred bytes in the page cache, for which a round trip through the thread
// pool costs several times what the call itself does.

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/** A file's text; nothing, if there is no such file. */
export const readIfThere = (file: string): string | undefined => {
  // Mostly it is not, and an error costs more than the look.
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
};

/** The names in a folder; none, if there is no such folder. */
export const namesIn = (folder: string): ReadonlyArray<string> => {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
};

/** Does something in a folder, and again after making the folder if that was missing. */
const within = <A>(folder: string, act: () => A): A => {
  try {
    return act();
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    mkdirSync(folder, { recursive: true });
    return act();
  }
};

/** Writes a draft that nobody else knows of. */
export const writeDraft = (folder: string, name: string, text: string): void =>
  within(folder, () => writeFileSync(join(folder, name), text));

/** Puts a draft into its place, whole; false, if something stands there already. */
export const linkInto = (draft: string, folder: string, name: string): boolean => {
  try {
    within(folder, () => linkSync(draft, join(folder, name)));
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
};

/** Removes a file, if it is there. */
export const remove = (file: string): void => rmSync(file, { force: true });
