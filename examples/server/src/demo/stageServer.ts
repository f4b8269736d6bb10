import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start } from "../start.ts";
import { holidayWeek } from "./holidayWeek.ts";

const DEFAULT_URL = "http://localhost:4000";
const PATIENCE = 1500;

/** A server that can be played on. */
export interface StageServer {
  readonly url: string;
  readonly isOurs: boolean;
  readonly stop: () => Promise<void>;
}

const answers = async (url: string): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const [ready, clock] = await Promise.all([
      fetch(`${url}/health/ready`, { signal }),
      fetch(`${url}/sandbox/clock`, { signal }),
    ]);
    return ready.ok && clock.ok;
  } catch {
    return false;
  }
};

/** A data folder whose clock stands at a moment: nobody sees it move there. */
export const folderAt = async (moment: number): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "resale-demo-"));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "clock"), `${Math.max(0, Math.round(moment - Date.now()))}`);
  return folder;
};

/** Opens a shop of our own, in a week with a holiday in it: deadlines have more to tell then. */
const open = async (): Promise<StageServer> => {
  const folder = await folderAt(holidayWeek(Date.now()));
  try {
    const { stop, shopUrl } = await start({ DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error" });
    return {
      url: shopUrl,
      isOurs: true,
      stop: async () => {
        await stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
};

/** The server that runs already, or one of our own for as long as it takes. */
export const stageServer = async (asked: string | undefined): Promise<StageServer> => {
  const url = (asked ?? DEFAULT_URL).replace(/\/+$/, "");
  if (await answers(url)) return { url, isOurs: false, stop: async () => undefined };
  if (asked !== undefined) throw new Error(`No server with a sandbox answers at ${url} (BASE_URL).`);
  return await open();
};
