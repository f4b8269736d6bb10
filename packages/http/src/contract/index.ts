export * from "./api.ts";
export { QuoteView } from "./buying.ts";
export { FacetsView, ListingAnswer, ProgramFacts } from "./catalogue.ts";
export { OrderAnswer } from "./orders.ts";
export { PROBLEM_JSON, Problem } from "./Problem.ts";
export { photoTypes } from "./photos.ts";
export { Advance, ClockView, Happening } from "./sandbox.ts";
export { PurchasedUnitView, RecommendedPrice } from "./selling.ts";
export { OperatorTaskView, Story, TaskView, VerificationView } from "./support.ts";
