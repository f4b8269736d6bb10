import { temporaryFolder } from "@resale/testkit";
import { photosContract } from "@resale/testkit/contracts";
import { Effect, Layer } from "effect";
import { Photos } from "../src/index.ts";
import { bomb, plain, scriptedSvg } from "./files.ts";

const picture = await plain("jpeg", 600, 600);

photosContract(
  "a folder",
  Layer.unwrap(Effect.map(temporaryFolder, (folder) => Photos.layerFolder({ folder }))),
  {
    photo: picture,
    noPhotos: [
      { what: "an empty file", bytes: new Uint8Array(), reason: "NotAnImage" },
      { what: "an SVG with a script", bytes: scriptedSvg, reason: "FormatNotTaken" },
      { what: "a photo that breaks off", bytes: picture.subarray(0, picture.length / 2), reason: "Damaged" },
      { what: "a picture of too many pixels", bytes: bomb(30_000, 30_000), reason: "TooManyPixels" },
    ],
  },
);
