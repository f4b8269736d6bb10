/** Providers that stand on this machine and misbehave when they are told to: for tests of a shop that uses the real ones. */
export { type Answered, type Asked, type Match, type Misconduct, type Standin, standin } from "./Standin.ts";
export { SECRET_KEY, StripeStandin, WEBHOOK_SECRET } from "./StripeStandin.ts";
