import { Context, Layer } from "effect";

/** Where the server listens, once it does: the simulated providers send their webhooks there. */
export class Address extends Context.Service<Address, { url: string | undefined }>()(
  "@resale/example-server/Address",
) {
  static readonly layer = Layer.sync(Address, () => ({ url: undefined }));
}
