import type { Stripe, StripeElements } from "@stripe/stripe-js";
import { useEffect, useRef, useState } from "react";
import type { CheckoutAnswer } from "../../api/queries.ts";
import { PayForm } from "./PayForm.tsx";
import { appearanceIn, onScheme, openStripe } from "./stripe.ts";
import { NoCard } from "./usePayment.ts";
import { words } from "./words.ts";

interface Props {
  readonly checkout: CheckoutAnswer;
  readonly publishableKey: string;
}

interface Opened {
  readonly stripe: Stripe;
  readonly elements: StripeElements;
}

const mount = async (
  place: HTMLElement,
  { checkout: { total, currency }, publishableKey }: Props,
  signal: AbortSignal,
): Promise<Opened | undefined> => {
  const stripe = await openStripe(publishableKey);
  if (signal.aborted) return undefined;
  const elements = stripe.elements({
    mode: "payment",
    amount: total,
    currency: currency.toLowerCase(),
    captureMethod: "manual",
    allowedPaymentMethodTypes: ["card"],
    locale: "en",
    appearance: appearanceIn(place),
  });
  const card = elements.create("payment");
  const forget = onScheme(() => elements.update({ appearance: appearanceIn(place) }));
  signal.addEventListener("abort", () => {
    forget();
    card.destroy();
  });
  return new Promise((resolve, reject) => {
    card.on("ready", () => resolve({ stripe, elements }));
    card.on("loaderror", ({ error }) => reject(new Error(error.message ?? error.type)));
    card.mount(place);
  });
};

/** What its fields hold, as a token for the marketplace. What is wrong in a field, the field says itself. */
const handOver = async ({ stripe, elements }: Opened): Promise<string> => {
  const { error: fault } = await elements.submit();
  if (fault !== undefined) throw new NoCard(fault.type === "validation_error" ? "" : fault.message);
  const { error, confirmationToken } = await stripe.createConfirmationToken({ elements });
  if (error !== undefined) throw new NoCard(error.message);
  return confirmationToken.id;
};

/** Stripe's own fields in a frame of Stripe's: a card's number never comes near the shop. */
export const StripeCards = (props: Props) => {
  const { checkout, publishableKey } = props;
  const place = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | "failed">();
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    if (place.current === null) return;
    const gone = new AbortController();
    const settle = (came: Opened | "failed" | undefined): void => {
      if (!gone.signal.aborted) setOpened(came);
    };
    mount(place.current, props, gone.signal).then(settle, () => settle("failed"));
    return () => gone.abort();
  }, [attempt, publishableKey, checkout.total, checkout.currency]);
  const again = (): void => {
    setOpened(undefined);
    setAttempt((before) => before + 1);
  };
  if (opened === "failed") {
    return (
      <div className="notice bad" role="alert">
        <p>{words.notOpened}</p>
        <button type="button" className="button quiet" onClick={again}>
          {words.again}
        </button>
      </div>
    );
  }
  return (
    <PayForm
      checkout={checkout}
      ready={opened !== undefined}
      handOver={() => (opened === undefined ? Promise.reject(new NoCard()) : handOver(opened))}
    >
      {opened === undefined ? <p role="status">{words.opening}</p> : null}
      <div ref={place} className="card-fields" />
      <p className="soft">{words.secure}</p>
    </PayForm>
  );
};
