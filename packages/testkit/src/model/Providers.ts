/** What a provider does when it is asked: it acts, or refuses, or acts and the answer is lost. */
export type Mood = "Works" | "Refuses" | "AnswerLost";

interface Card {
  readonly amount: number;
  status: "Authorised" | "Declined" | "Voided" | "Captured" | "Lapsed";
  refunded: number;
}

/** Card payments and gift cards, each idempotent by its key: what is in here is what really happened to money. */
export class Providers {
  readonly cards = new Map<string, Card>();
  readonly refunds = new Map<string, "Done" | "Refused">();
  readonly credits = new Map<string, "Issued" | "Refused">();

  authorise(key: string, amount: number, mood: Mood): Card["status"] {
    const known = this.cards.get(key);
    if (known !== undefined) return known.status;
    const card: Card = { amount, status: mood === "Refuses" ? "Declined" : "Authorised", refunded: 0 };
    this.cards.set(key, card);
    return card.status;
  }

  /** False, if the hold has lapsed meanwhile. */
  capture(key: string, mood: Mood): boolean {
    const card = this.cards.get(key);
    if (card === undefined) throw new Error(`capture of the unknown payment ${key}`);
    if (card.status === "Authorised") card.status = mood === "Refuses" ? "Lapsed" : "Captured";
    return card.status === "Captured";
  }

  cancel(key: string): void {
    const card = this.cards.get(key);
    if (card?.status === "Authorised") card.status = "Voided";
    if (card?.status === "Captured") card.refunded = card.amount;
  }

  /** Gives back a part of what was captured; never more than that. */
  refund(key: string, payment: string, amount: number, mood: Mood): boolean {
    const known = this.refunds.get(key);
    if (known !== undefined) return known === "Done";
    const card = this.cards.get(payment);
    if (card?.status !== "Captured") throw new Error(`a refund of ${payment}, which was not captured`);
    if (mood !== "Refuses") card.refunded += amount;
    if (card.refunded > card.amount) throw new Error("more was given back than was taken");
    this.refunds.set(key, mood === "Refuses" ? "Refused" : "Done");
    return mood !== "Refuses";
  }

  issue(key: string, mood: Mood): boolean {
    const known = this.credits.get(key);
    if (known === undefined) this.credits.set(key, mood === "Refuses" ? "Refused" : "Issued");
    return this.credits.get(key) === "Issued";
  }
}
