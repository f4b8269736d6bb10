import { type Deadline, HOUR, type Instant, instant, preLoved } from "@resale/core";
import type { ResaleClient } from "@resale/http/client";
import { staff } from "@resale/seed";
import type { ReceivedMail } from "./Mailbox.ts";
import type { Shop } from "./Shop.ts";
import { silent, type Teller } from "./Teller.ts";

const [{ email: reviewerEmail } = { email: "" }, { email: supportEmail } = { email: "" }] = staff;

const MORNING = 10;

/** Where an ending is played: the shop, who works in it, who listens, and what did not come out as told. */
export class Stage {
  readonly shop: Shop;
  readonly reviewer: ResaleClient;
  readonly support: ResaleClient;
  /** The side of the photos that are sent in, in pixels. */
  readonly photoSide: number;
  readonly failures: Array<string> = [];
  teller: Teller;
  readonly #readers = new Set<string>();
  readonly #told = new Set<string>();

  private constructor(
    shop: Shop,
    teller: Teller,
    photoSide: number,
    reviewer: ResaleClient,
    support: ResaleClient,
  ) {
    this.shop = shop;
    this.teller = teller;
    this.photoSide = photoSide;
    this.reviewer = reviewer;
    this.support = support;
  }

  static async open(shop: Shop, teller: Teller, photoSide = 1200): Promise<Stage> {
    return new Stage(
      shop,
      teller,
      photoSide,
      await shop.signIn(reviewerEmail),
      await shop.signIn(supportEmail),
    );
  }

  /** A new ending: who had a part in the last one is no longer followed. */
  begin(): void {
    this.#readers.clear();
  }

  /** From now on the mails to this address are told. */
  async follow(email: string): Promise<void> {
    if (this.#readers.has(email)) return;
    for (const { id } of await this.shop.mailbox(email)) this.#told.add(id);
    this.#readers.add(email);
  }

  /** Everything due at this moment happens; answers the mails that came of it. */
  async rest(): Promise<ReadonlyArray<ReceivedMail>> {
    await this.shop.advance(0);
    return this.#tellMails();
  }

  /** Time goes by. */
  async pass(milliseconds: number, why: string): Promise<ReadonlyArray<ReceivedMail>> {
    this.teller.clock(await this.shop.advance(milliseconds), why);
    return this.#tellMails();
  }

  /** Time goes by until just after a deadline. */
  async passBeyond(deadline: Deadline, why: string): Promise<ReadonlyArray<ReceivedMail>> {
    this.teller.clock(await this.shop.advanceTo(instant(deadline.at)), why);
    return this.#tellMails();
  }

  /** The clock goes on to ten in the morning, when people are up. */
  async morning(): Promise<void> {
    const hour = new Intl.DateTimeFormat("en-US", {
      hour: "numeric",
      hourCycle: "h23",
      timeZone: preLoved.calendar.zone,
    }).format(await this.now());
    await this.shop.advance(((MORNING + 24 - Number(hour)) % 24) * HOUR);
    await this.#tellMails();
  }

  /** Says whether something came out as told. */
  check(came: boolean, what: string): void {
    if (!came) this.failures.push(what);
    this.teller.check(came, what);
  }

  /** What is done here is told in one line, by whoever calls. */
  async quietly<A>(act: () => Promise<A>): Promise<A> {
    const { teller } = this;
    this.teller = { ...silent, check: (came, what) => (came ? undefined : teller.check(came, what)) };
    try {
      return await act();
    } finally {
      this.teller = teller;
    }
  }

  async now(): Promise<Instant> {
    return (await this.shop.visitor.sandbox.clock()).now;
  }

  async #tellMails(): Promise<ReadonlyArray<ReceivedMail>> {
    const came: Array<ReceivedMail> = [];
    for (const email of this.#readers) {
      for (const mail of await this.shop.mailbox(email)) {
        if (this.#told.has(mail.id)) continue;
        this.#told.add(mail.id);
        this.teller.mail(mail);
        came.push(mail);
      }
    }
    return came;
  }
}
