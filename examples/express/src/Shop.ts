import { randomUUID } from "node:crypto";

/** Somebody with an account in this shop. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly address: {
    readonly name: string;
    readonly line1: string;
    readonly city: string;
    readonly region: string;
    readonly zip: string;
    readonly country: string;
  };
}

/** A line of an order that this shop once sold. */
export interface Sale {
  readonly number: string;
  readonly account: string;
  readonly sku: string;
  readonly name: string;
  /** Cents, as it was priced and as it was paid. */
  readonly listPrice: number;
  readonly paid: number;
  readonly at: Date;
}

/** The shop as it was before there was resale: accounts, sales, sessions, carts, mail. It knows nothing of the engine. */
export class Shop {
  readonly accounts = new Map<string, Account>();
  readonly sales: Array<Sale> = [];
  readonly outbox: Array<{ readonly to: string; readonly subject: string; readonly text: string }> = [];
  readonly #sessions = new Map<string, string>();
  readonly #carts = new Map<string, Set<string>>();

  signIn(account: string): string {
    const token = randomUUID();
    this.#sessions.set(token, account);
    return token;
  }

  accountOf(token: string | undefined): Account | undefined {
    return this.accounts.get(this.#sessions.get(token ?? "") ?? "");
  }

  /** Pieces that somebody has put aside to buy, by the cookie of their browser. */
  cartOf(browser: string): Set<string> {
    const cart = this.#carts.get(browser) ?? new Set<string>();
    this.#carts.set(browser, cart);
    return cart;
  }

  send(to: string, subject: string, text: string): void {
    this.outbox.push({ to, subject, text });
  }
}
