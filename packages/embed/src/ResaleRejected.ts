import { messageOf, type Rejection, type RejectionTag } from "@resale/core";

type Tagged<Tag extends RejectionTag> = Extract<Rejection, { readonly _tag: Tag }>;

/**
 * The engine says no, and nothing has changed. `message` is for the person who asked; `rejection` is for code: a union
 * that narrows by its `_tag`. Where a part of the shop did not answer, `cause` says to operators what was wrong with it.
 */
export class ResaleRejected<Tag extends RejectionTag = RejectionTag> extends Error {
  override readonly name = "ResaleRejected";
  readonly rejection: Tagged<Tag>;

  constructor(rejection: Tagged<Tag>, options?: ErrorOptions) {
    super(messageOf(rejection), options);
    this.rejection = rejection;
  }

  /** Whether something that was caught is a refusal, and, where tags are named, one of these. */
  static is<Tag extends RejectionTag = RejectionTag>(
    caught: unknown,
    ...tags: ReadonlyArray<Tag>
  ): caught is ResaleRejected<Tag> {
    const wanted: ReadonlyArray<string> = tags;
    return (
      caught instanceof ResaleRejected && (wanted.length === 0 || wanted.includes(caught.rejection._tag))
    );
  }
}
