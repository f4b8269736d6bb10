import { Schema } from "effect";
import { maybe } from "../remote/readAnswer.ts";

/** What of EasyPost's objects is used; the rest of them may change as it likes. */

export const Address = Schema.Struct({ id: Schema.String, zip: maybe(Schema.String) });

/** `create_and_verify` wraps the address, `create` does not. */
export const VerifiedAddress = Schema.Union([Schema.Struct({ address: Address }), Address]);

const Rate = Schema.Struct({ id: Schema.String, service: Schema.String, carrier: Schema.String });

const Message = Schema.Struct({ carrier: maybe(Schema.String), message: maybe(Schema.String) });

const Form = Schema.Struct({ form_type: Schema.String, form_url: maybe(Schema.String) });

const TrackingDetail = Schema.Struct({
  message: maybe(Schema.String),
  status: Schema.String,
  status_detail: maybe(Schema.String),
  datetime: maybe(Schema.String),
  tracking_location: maybe(
    Schema.Struct({ city: maybe(Schema.String), state: maybe(Schema.String), zip: maybe(Schema.String) }),
  ),
});
export type TrackingDetail = typeof TrackingDetail.Type;

export const Tracker = Schema.Struct({
  id: Schema.String,
  tracking_code: Schema.String,
  status: Schema.String,
  carrier: maybe(Schema.String),
  tracking_details: maybe(Schema.Array(TrackingDetail)),
});
export type Tracker = typeof Tracker.Type;

export const Trackers = Schema.Struct({ trackers: Schema.Array(Tracker) });

export const Shipment = Schema.Struct({
  id: Schema.String,
  tracking_code: maybe(Schema.String),
  refund_status: maybe(Schema.String),
  postage_label: maybe(Schema.Struct({ created_at: Schema.String, label_pdf_url: maybe(Schema.String) })),
  rates: maybe(Schema.Array(Rate)),
  selected_rate: maybe(Rate),
  messages: maybe(Schema.Array(Message)),
  forms: maybe(Schema.Array(Form)),
  tracker: maybe(Tracker),
});
export type Shipment = typeof Shipment.Type;

export const Pickup = Schema.Struct({
  id: Schema.String,
  status: Schema.String,
  confirmation: maybe(Schema.String),
  messages: maybe(Schema.Array(Message)),
  pickup_rates: maybe(
    Schema.Array(Schema.Struct({ service: Schema.String, carrier: Schema.String, rate: Schema.String })),
  ),
});
export type Pickup = typeof Pickup.Type;

/** An error's details are objects, or strings. */
export const Refusal = Schema.Struct({
  error: Schema.Struct({
    code: maybe(Schema.String),
    message: maybe(Schema.Unknown),
    errors: maybe(
      Schema.Array(
        Schema.Union([
          Schema.String,
          Schema.Struct({ field: maybe(Schema.String), message: maybe(Schema.String) }),
        ]),
      ),
    ),
  }),
});
export type Refusal = typeof Refusal.Type;
