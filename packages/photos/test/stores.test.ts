import { temporaryFolder } from "@resale/testkit";
import { photosContract } from "@resale/testkit/contracts";
import { Effect, Layer } from "effect";
import { folderStore, Photos } from "../src/index.ts";
import { s3Store } from "../src/s3/index.ts";
import { aBucket } from "./bucket.ts";
import { plain, scriptedSvg } from "./files.ts";
import { storeContract } from "./storeContract.ts";

storeContract("a folder", Effect.map(temporaryFolder, folderStore));
storeContract(
  "S3",
  Effect.map(aBucket, ({ options }) => s3Store(options)),
);

photosContract("S3", Layer.unwrap(Effect.map(aBucket, ({ options }) => Photos.layer(s3Store(options)))), {
  photo: await plain("jpeg", 600, 600),
  noPhotos: [{ what: "an SVG with a script", bytes: scriptedSvg, reason: "FormatNotTaken" }],
});
