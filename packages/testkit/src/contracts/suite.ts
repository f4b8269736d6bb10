import { layer, type Vitest } from "@effect/vitest";
import type { Layer } from "effect";
import { describe } from "vitest";

/** A suite whose tests share one build of a layer, on the real clock, with time enough for a busy machine. */
export const suite = <R, E>(
  name: string,
  services: Layer.Layer<R, E>,
  tests: (it: Vitest.MethodsNonLive<R>) => void,
): void => {
  describe(name, { timeout: 60_000 }, () => {
    layer(services, { timeout: "60 seconds", excludeTestServices: true })(tests);
  });
};
