import { Context, type Stream } from "effect";

/**
 * Says that something was committed, by whichever process; what it was, {@link History} tells. A hint, nothing more: many
 * commits may be told as one, and one may be missed while a connection is down.
 */
export class News extends Context.Service<
  News,
  {
    /** One element for any number of commits since the last one taken. It never ends. */
    readonly stream: Stream.Stream<void>;
  }
>()("@resale/core/ports/News") {}
