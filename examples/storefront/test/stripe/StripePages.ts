import { SECRET_KEY, StripeStandin, WEBHOOK_SECRET } from "@resale/payments/testing";
import { Context, Effect, Exit, Layer, Scope } from "effect";
import type { Page, Route } from "playwright-core";
import { FIELDS, QUESTION, SCRIPT } from "./script.ts";

export const PUBLISHABLE_KEY = "pk_test_of_the_tests";

/** Cards by their numbers in Stripe's test mode, as the stand-in calls them. */
const cards: Readonly<Record<string, string>> = {
  "4242424242424242": "visa",
  "4000000000009995": "chargeDeclinedInsufficientFunds",
  "4000002760003184": "authenticationRequired",
};

/** Nothing of a page comes from elsewhere than it says: the stand-ins answer at Stripe's own addresses. */
const told = (body: unknown) => ({
  json: body,
  headers: { "access-control-allow-origin": "*" },
});

/** Stripe for a server, and what it shows in the pages of a shop. */
export class StripePages {
  readonly #standin: StripeStandin["Service"];
  readonly #close: () => Promise<void>;
  #tokens = 0;

  private constructor(standin: StripeStandin["Service"], close: () => Promise<void>) {
    this.#standin = standin;
    this.#close = close;
  }

  static readonly open = async (): Promise<StripePages> => {
    const scope = await Effect.runPromise(Scope.make());
    const built = await Effect.runPromise(Layer.buildWithScope(StripeStandin.layer, scope));
    return new StripePages(Context.get(built, StripeStandin), () =>
      Effect.runPromise(Scope.close(scope, Exit.void)),
    );
  };

  readonly close = (): Promise<void> => this.#close();

  /** What a server is told to take cards here. */
  get settings(): Readonly<Record<string, string>> {
    return {
      PAYMENTS: "stripe",
      STRIPE_MODE: "test",
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_URL: this.#standin.url,
      OPEN_SIGN_IN: "on",
      // Other tests keep the machine busy: that is no load of this server's own.
      SHED_ABOVE: "0 millis",
    };
  }

  /** Every payment so far: how much of it is held or taken, in cents. */
  get payments() {
    return [...this.#standin.intents.values()].map(({ status, amount, amount_received: taken }) => ({
      status,
      amount,
      taken,
    }));
  }

  /** From now on a page meets Stripe where it looks for it. */
  readonly letIn = async (page: Page): Promise<void> => {
    const html = (body: string) => (route: Route) => route.fulfill({ contentType: "text/html", body });
    await page.route("https://js.stripe.com/*/stripe.js*", (route) =>
      route.fulfill({ contentType: "text/javascript", body: SCRIPT }),
    );
    await page.route("https://js.stripe.com/fields.html", html(FIELDS));
    await page.route("https://hooks.stripe.com/question.html", html(QUESTION));
    await page.route("https://api.stripe.com/v1/confirmation_tokens", async (route) => {
      const form = new URLSearchParams(route.request().postData() ?? "");
      const card = cards[(form.get("number") ?? "").replaceAll(" ", "")];
      const isRight = form.get("key") === PUBLISHABLE_KEY;
      await route.fulfill(told(isRight ? { id: `ctoken_${card}_${++this.#tokens}` } : {}));
    });
    await page.route("https://api.stripe.com/v1/answers", async (route) => {
      const form = new URLSearchParams(route.request().postData() ?? "");
      const [payment = ""] = (form.get("clientSecret") ?? "").split("_secret_");
      await Effect.runPromise(this.#standin.answerBank(payment, form.get("says") === "yes"));
      await route.fulfill(told({ paymentIntent: { id: payment } }));
    });
  };
}
