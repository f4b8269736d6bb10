import { Email, MailReport } from "@resale/core";
import { Effect, Redacted, Schema } from "effect";
import { readBounce } from "./readBounce.ts";

/** What a hook for bounces is not taken for: its signature, its age, or its content is not right. */
export class MailHookRefused extends Schema.TaggedError<MailHookRefused>()("MailHookRefused", {
  reason: Schema.String,
}) {}

/** Message-IDs are told with and without `<`, `>` and domain. */
const MessageId = Schema.String.check(Schema.isMaxLength(998));

const Told = Schema.fromJsonString(
  Schema.Union([
    Schema.Struct({
      reports: Schema.Array(
        Schema.Struct({
          messageId: MessageId,
          recipient: Email,
          outcome: MailReport.fields.outcome,
          reason: Schema.optionalKey(Schema.String),
        }),
      ).check(Schema.isMaxLength(1_000)),
    }),
    /** A report as a mail server wrote it. */
    Schema.Struct({ report: Schema.String }),
  ]),
);

const bare = (messageId: string): string =>
  /^<?([^<>@\s]+)(?:@[^<>@\s]*)?>?$/.exec(messageId.trim())?.[1] ?? "";

const MOST_WORDS = 300;

const reportsIn = async (told: typeof Told.Type): Promise<ReadonlyArray<MailReport>> =>
  "report" in told
    ? await readBounce(told.report)
    : told.reports.map(({ messageId, recipient, outcome, reason }) => ({
        messageId: bare(messageId),
        recipient,
        outcome,
        reason: (reason ?? "").trim().slice(0, MOST_WORDS) || "no reason given",
      }));

const refuse = (reason: string) => new MailHookRefused({ reason });

/**
 * Hears of bounces over HTTP, signed as Standard Webhooks are (`webhook-id`, `webhook-timestamp`, `webhook-signature`), not
 * more than five minutes old: `{"reports": [{"messageId", "recipient", "outcome", "reason"}]}`, or `{"report": "…"}` with a
 * report as a mail server wrote it (RFC 3464).
 *
 * @param secret `whsec_…`, shared with whoever tells.
 */
export const hearMailReports =
  (secret: Redacted.Redacted) =>
  (
    raw: Uint8Array,
    headers: Readonly<Record<string, string | undefined>>,
  ): Effect.Effect<ReadonlyArray<MailReport>, MailHookRefused> =>
    Effect.gen(function* () {
      const body = Buffer.from(raw).toString("utf8");
      const signed = Object.fromEntries(
        Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined),
      );
      yield* Effect.tryPromise({
        try: async () => {
          const { Webhook } = await import("standardwebhooks");
          new Webhook(Redacted.value(secret)).verify(body, signed);
        },
        catch: (cause) => refuse(cause instanceof Error ? cause.message : "the signature does not fit"),
      });
      const told = yield* Effect.mapError(Schema.decodeUnknownEffect(Told)(body), () =>
        refuse("it is neither reports nor a report"),
      );
      return yield* Effect.promise(() => reportsIn(told));
    });
