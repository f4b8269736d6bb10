export const words = {
  card: "Card",
  sandboxCards: "This shop is being tried out: choose how the card behaves. No real card is asked for.",
  pay: (amount: string) => `Pay ${amount}`,
  paying: "Paying …",
  payingMore: "Your bank is taking its time. Please don’t pay twice: this page tells you as soon as we know.",
  declined: "Your card was declined.",
  declinedMore: "Nothing was charged, and your pieces are still held for you. Please try another card.",
  reasons: {
    CardDeclined: "The bank gave no reason.",
    InsufficientFunds: "There is not enough on it.",
    CardExpired: "It has expired.",
    Fraud: "The bank has blocked it.",
    AuthenticationFailed: "The bank could not make sure that it is you.",
  } as Readonly<Record<string, string>>,
  opening: "Opening the card form …",
  notOpened:
    "The card form can’t be opened just now. Nothing was charged, and your pieces are still held for you.",
  again: "Try again",
  noForm: "This shop can’t take cards just now. Nothing was charged.",
  secure: "Your card’s details go straight to Stripe. This shop never sees them.",
  bankAsks: "Your bank wants to hear from you.",
  bankAsksMore: "It asks you to confirm this payment. Until you have, nothing is charged.",
  notAsked: "What it asks can’t be shown just now. Please try again.",
  answerBank: "Answer your bank",
  answering: "Waiting for your answer to your bank …",
} as const;

/** The cards of the simulated provider, by the token a real shop’s payment form would hand over. */
export const cards = [
  ["tok_visa", "Visa ending 4242", "is accepted"],
  ["tok_declined", "Visa ending 0002", "is declined"],
  ["tok_insufficient_funds", "Visa ending 9995", "not enough on it"],
  ["tok_expired", "Visa ending 0069", "has expired"],
  ["tok_authentication_failed", "Visa ending 3178", "the bank can’t make sure it is you"],
  ["tok_unavailable_once", "Mastercard ending 7000", "the provider is away for a moment"],
  ["tok_answer_lost", "Mastercard ending 7001", "the provider’s answer is lost on its way"],
  ["tok_slow", "Mastercard ending 7020", "answers after 20 minutes: too late"],
  ["tok_capture_refused", "Mastercard ending 7003", "is held, and then can’t be charged"],
  ["tok_chargeback", "Mastercard ending 7009", "takes the money back two days later"],
] as const;
