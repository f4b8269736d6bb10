import { Config, type Duration, Effect, Option, Redacted, Schema } from "effect";

/** Which bucket of which store, and how it is asked. */
export interface S3Options {
  /** Where the store is, without the bucket and without a slash at its end. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** What the keys of all photos begin with, such as `photos/`. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: Redacted.Redacted<string>;
  /** How long one answer may take. */
  readonly patience: Duration.Input;
  /** What the keys of files begin with that were put there and not taken in yet. Nobody is to be shown them. */
  readonly uploadPrefix: string;
  /** Whether senders put files into the store themselves. */
  readonly directUploads: boolean;
  /** Where photos are served: by us; by the store, at addresses that are signed for an hour; or at an address in public. */
  readonly links: Links;
}

export type Links = "through" | "signed" | { readonly publicUrl: string };

const matching = (form: RegExp, expected: string) =>
  Schema.String.check(Schema.isPattern(form, { expected }));

const Endpoint = matching(
  /^(https:\/\/[^\s?#]*[^\s?#/]|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)$/,
  "an address that begins with https://, or with http:// on this machine, without a slash at its end",
);
const Bucket = matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket");
const Prefix = matching(/^([\w.-]+\/)*$/, "nothing, or a path that ends with a slash such as photos/");
const isAddress = Schema.is(Endpoint);
const LinksSetting = Schema.String.check(
  Schema.makeFilter((text) => text === "through" || text === "signed" || isAddress(text), {
    expected: `"through", "signed", or the address in public of what S3_PREFIX names, without a slash at its end`,
  }),
);
const UploadPrefix = matching(/^([\w.-]+\/)+$/, "a path that ends with a slash such as uploads/");
const Name = matching(/^\S+$/, "a value that is not empty");
const Secret = Schema.Redacted(Schema.String).check(
  Schema.makeFilter((secret) => Redacted.value(secret).trim() !== "", {
    expected: "a value that is not empty",
  }),
);

interface Prefixes {
  readonly prefix: string;
  readonly uploadPrefix: string;
}

/** What was sent and not taken in yet never lies among what is shown, which may be shown to everybody. */
const apart = <Given extends Prefixes>(given: Given): Effect.Effect<Given, Config.ConfigError> => {
  const { prefix, uploadPrefix } = given;
  const Apart = Schema.Struct({
    S3_UPLOAD_PREFIX: Schema.String.check(
      Schema.makeFilter((path) => prefix === "" || !path.startsWith(prefix), {
        expected: `a path that is not beneath S3_PREFIX, which is ${prefix}`,
      }),
    ),
  });
  return Schema.decodeUnknownEffect(Apart)({ S3_UPLOAD_PREFIX: uploadPrefix }).pipe(
    Effect.as(given),
    Effect.mapError((error) => new Config.ConfigError(error)),
  );
};

/**
 * `S3_BUCKET`, `S3_REGION`, `S3_ACCESS_KEY_ID`, `S3_SECRET_ACCESS_KEY`, and if wanted `S3_ENDPOINT`, `S3_PREFIX`, `S3_PATIENCE`,
 * `S3_LINKS`, `S3_DIRECT_UPLOADS`, `S3_UPLOAD_PREFIX`.
 */
export const s3Config: Config.Config<S3Options> = Config.all({
  bucket: Config.schema(Bucket, "S3_BUCKET"),
  region: Config.schema(Name, "S3_REGION"),
  accessKeyId: Config.schema(Name, "S3_ACCESS_KEY_ID"),
  secretAccessKey: Config.schema(Secret, "S3_SECRET_ACCESS_KEY"),
  endpoint: Config.option(Config.schema(Endpoint, "S3_ENDPOINT")),
  prefix: Config.schema(Prefix, "S3_PREFIX").pipe(Config.withDefault("photos/")),
  patience: Config.Duration("S3_PATIENCE").pipe(Config.withDefault("10 seconds")),
  uploadPrefix: Config.schema(UploadPrefix, "S3_UPLOAD_PREFIX").pipe(Config.withDefault("uploads/")),
  directUploads: Config.Boolean("S3_DIRECT_UPLOADS").pipe(Config.withDefault(false)),
  links: Config.schema(LinksSetting, "S3_LINKS").pipe(Config.withDefault("through")),
}).pipe(
  Config.mapEffect(apart),
  Config.map(({ endpoint, links, ...options }) => ({
    ...options,
    links: links === "through" || links === "signed" ? links : { publicUrl: links },
    endpoint: Option.getOrElse(endpoint, () => `https://s3.${options.region}.amazonaws.com`),
  })),
);
