import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { targetsOf } from "../pages.ts";

/** What npm packs whatever `files` says. */
const ALWAYS = ["README.md", "package.json"];

/** Links of a package's README that lead nowhere once it is installed: out of the package, or to what is not packed. */
export const deadLinks = (folder: string, files: ReadonlyArray<string>): ReadonlyArray<string> => {
  const readme = join(folder, "README.md");
  if (!existsSync(readme)) return [];
  return targetsOf(readFileSync(readme, "utf8")).filter((target) => {
    const [path = ""] = target.split("#");
    if (path === "") return false;
    const file = posix.normalize(path);
    const packed = [...files, ...ALWAYS].some((one) => file === one || file.startsWith(`${one}/`));
    return !packed || !existsSync(join(folder, file));
  });
};
