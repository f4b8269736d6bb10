import { deadlineAfter } from "../calendar/BusinessCalendar.ts";
import type { Deadline } from "../calendar/Deadline.ts";
import type { Context } from "../lifecycle/Machine.ts";
import type { Listing } from "./Listing.ts";

/** How long the photos of a listing that ends now are kept: its seller may want to see why it was denied (R7, R14). */
export const photosKept = (
  { details }: Listing,
  { program, now }: Context,
): { readonly photosUntil?: Deadline } =>
  details.photos.length === 0
    ? {}
    : { photosUntil: deadlineAfter(program.calendar, now, program.photos.keptAfterEnd) };
