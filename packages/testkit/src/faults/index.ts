export { acting, asking, type Excuses, faulty, type Met, type Mishap, type Mishaps } from "./faulty.ts";
