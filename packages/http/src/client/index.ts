export { type ClientOptions, makeClient, RequestRefused, type ResaleClient } from "./makeClient.ts";
