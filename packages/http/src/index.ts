export { type JwtKey, type JwtOptions, jwtAuthentication } from "./access/jwtAuthentication.ts";
export type { RemoteKeyOptions } from "./access/remoteKeys.ts";
export type { Staff, StaffRoles } from "./access/staff.ts";
export { AuthenticationUnavailable, Unauthenticated } from "./access/Unauthenticated.ts";
export { uuidV7 } from "./ids/uuidV7.ts";
export { type Budget, RATES, type Rates } from "./limits/budgets.ts";
export { HitCounts, type Hits, type ShareHits } from "./limits/HitCounts.ts";
export type { Limits } from "./limits/Limits.ts";
export { type LimitOptions, limitRates } from "./limits/limitRates.ts";
export { openTo } from "./limits/openTo.ts";
export { type LoadOptions, shedLoad } from "./limits/shedLoad.ts";
export { type LinkOptions, signGuestLinks } from "./links/signGuestLinks.ts";
export { fastifyOptions, type LogOptions, type Patience } from "./logging/fastifyOptions.ts";
export { type MetricsOptions, metricsServer, metricsText } from "./observing/metricsServer.ts";
export { measureRequests } from "./observing/requestMetrics.ts";
export { whoMay } from "./openapi/described.ts";
export { type Elsewhere, pageHeaders, shopHeaders } from "./pages/pageHeaders.ts";
export { membersOf, type ProblemName, problemNames, problems, titleOf, typeOf } from "./problems/problems.ts";
export {
  type Authenticate,
  type CardForm,
  type CarrierNews,
  type Engine,
  type PaymentNews,
  type ReadWebhook,
  type ResaleOptions,
  type SandboxEngine,
  type WebhookHeaders,
  WebhookRefused,
  type Webhooks,
} from "./server/Engine.ts";
export { answerErrors } from "./server/errors.ts";
export { openApiOf } from "./server/openApi.ts";
export { resaleRoutes } from "./server/resaleRoutes.ts";
