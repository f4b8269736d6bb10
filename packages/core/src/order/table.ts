import type { Handlers, Table, TimerTable } from "../lifecycle/Machine.ts";
import type { Order, OrderState } from "./Order.ts";
import type { OrderCommand } from "./OrderCommand.ts";
import type { OrderEvent } from "./OrderEvent.ts";

/** For what may come at any time, and leaves the state as it is. */
const everywhere = {
  Placed: ["Placed"],
  AwaitingShipment: ["AwaitingShipment"],
  ShipmentOverdue: ["ShipmentOverdue"],
  InTransit: ["InTransit"],
  TransitStalled: ["TransitStalled"],
  Delivered: ["Delivered"],
  DeliveryUnverified: ["DeliveryUnverified"],
  Confirmed: ["Confirmed"],
  ConfirmedAutomatically: ["ConfirmedAutomatically"],
  Disputed: ["Disputed"],
  DisputeUpheld: ["DisputeUpheld"],
  DisputeRejected: ["DisputeRejected"],
  Cancelled: ["Cancelled"],
} as const satisfies { readonly [State in OrderState]: readonly [State] };

/** Every command of an order: who may give it, and where it leads from where (R54). */
export const orderTable = {
  Place: { by: ["System"], moves: { Nothing: ["Placed"] } },
  RecordPaid: { by: ["System"], moves: everywhere },
  RecordUnpaid: { by: ["System"], moves: { Placed: ["Cancelled", "Placed"], Cancelled: ["Cancelled"] } },
  RecordLabel: { by: ["System"], moves: everywhere },
  RecordLabelFailed: { by: ["System"], moves: everywhere },
  RecordLabelRefunded: { by: ["System"], moves: { Cancelled: ["Cancelled"] } },
  RecordLabelRefundRefused: { by: ["System"], moves: { Cancelled: ["Cancelled"] } },
  BookPickup: {
    by: ["Seller", "Support"],
    moves: {
      Placed: ["Placed"],
      AwaitingShipment: ["AwaitingShipment"],
      ShipmentOverdue: ["ShipmentOverdue"],
    },
  },
  RecordPickup: { by: ["System"], moves: everywhere },
  RecordPickupRefused: { by: ["System"], moves: everywhere },
  CancelPickup: {
    by: ["Seller", "Support"],
    moves: {
      Placed: ["Placed"],
      AwaitingShipment: ["AwaitingShipment"],
      ShipmentOverdue: ["ShipmentOverdue"],
    },
  },
  RecordPickupCancelled: { by: ["System"], moves: everywhere },
  RecordScans: {
    by: ["Carrier", "System"],
    moves: {
      Placed: ["Placed", "InTransit", "TransitStalled", "Delivered", "DeliveryUnverified"],
      AwaitingShipment: [
        "AwaitingShipment",
        "InTransit",
        "TransitStalled",
        "Delivered",
        "DeliveryUnverified",
      ],
      ShipmentOverdue: ["ShipmentOverdue", "InTransit", "TransitStalled", "Delivered", "DeliveryUnverified"],
      InTransit: ["InTransit", "TransitStalled", "Delivered", "DeliveryUnverified"],
      TransitStalled: ["TransitStalled", "InTransit", "Delivered", "DeliveryUnverified"],
      Delivered: ["Delivered", "DeliveryUnverified"],
      DeliveryUnverified: ["DeliveryUnverified", "Delivered"],
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      Disputed: ["Disputed"],
      DisputeUpheld: ["DisputeUpheld"],
      DisputeRejected: ["DisputeRejected"],
      Cancelled: ["Cancelled"],
    },
  },
  Wait: { by: ["Support"], moves: { TransitStalled: ["InTransit"] } },
  VerifyDelivery: { by: ["Support"], moves: { DeliveryUnverified: ["Delivered"] } },
  Cancel: {
    by: ["Support"],
    moves: {
      Placed: ["Cancelled"],
      AwaitingShipment: ["Cancelled"],
      ShipmentOverdue: ["Cancelled"],
      TransitStalled: ["Cancelled"],
      DeliveryUnverified: ["Cancelled"],
    },
  },
  Confirm: { by: ["Buyer"], moves: { Delivered: ["Confirmed"] } },
  OpenDispute: { by: ["Buyer"], moves: { Delivered: ["Disputed"] } },
  DecideDispute: { by: ["Support"], moves: { Disputed: ["DisputeUpheld", "DisputeRejected"] } },
  Rate: {
    by: ["Buyer"],
    moves: {
      Delivered: ["Delivered"],
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      DisputeRejected: ["DisputeRejected"],
    },
  },
  ModerateRating: {
    by: ["Support", "Reviewer"],
    moves: {
      Delivered: ["Delivered"],
      DeliveryUnverified: ["DeliveryUnverified"],
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      Disputed: ["Disputed"],
      DisputeUpheld: ["DisputeUpheld"],
      DisputeRejected: ["DisputeRejected"],
      Cancelled: ["Cancelled"],
    },
  },
  RecordPayout: {
    by: ["System"],
    moves: {
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      DisputeRejected: ["DisputeRejected"],
    },
  },
  RecordPayoutFailed: {
    by: ["System"],
    moves: {
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      DisputeRejected: ["DisputeRejected"],
    },
  },
  RecordRefund: { by: ["System"], moves: { DisputeUpheld: ["DisputeUpheld"], Cancelled: ["Cancelled"] } },
  RecordRefundFailed: {
    by: ["System"],
    moves: { DisputeUpheld: ["DisputeUpheld"], Cancelled: ["Cancelled"] },
  },
  RecordChargeback: { by: ["PaymentProvider"], moves: everywhere },
  ReleasePayout: {
    by: ["Support"],
    moves: {
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      DisputeRejected: ["DisputeRejected"],
    },
  },
  DropPayout: {
    by: ["Support"],
    moves: {
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      DisputeRejected: ["DisputeRejected"],
    },
  },
  RecordReturnLabel: { by: ["System"], moves: { DisputeUpheld: ["DisputeUpheld"] } },
  RecordReturnLabelFailed: { by: ["System"], moves: { DisputeUpheld: ["DisputeUpheld"] } },
  RecordReturnReceived: { by: ["Support"], moves: { DisputeUpheld: ["DisputeUpheld"] } },
  CloseIntercept: { by: ["Support"], moves: { Cancelled: ["Cancelled"] } },
  Repeat: {
    by: ["Support"],
    moves: {
      Placed: ["Placed"],
      Confirmed: ["Confirmed"],
      ConfirmedAutomatically: ["ConfirmedAutomatically"],
      DisputeUpheld: ["DisputeUpheld"],
      DisputeRejected: ["DisputeRejected"],
      Cancelled: ["Cancelled"],
    },
  },
  RevokeLinks: { by: ["Support"], moves: everywhere },
  SendLink: { by: ["Support", "System"], moves: everywhere },
  RecordMail: {
    by: ["System"],
    moves: {
      ...everywhere,
      Placed: ["Placed", "AwaitingShipment"],
    },
  },
} as const satisfies Table<Order, OrderCommand>;

export type OrderTimer =
  | "labelLate"
  | "reminder"
  | "shipBy"
  | "cancel"
  | "update"
  | "stalled"
  | "acceptance"
  | "closing"
  | "dispute"
  | "return";

export const orderTimerTable = {
  labelLate: { Placed: ["Placed"] },
  reminder: { AwaitingShipment: ["AwaitingShipment"] },
  shipBy: { AwaitingShipment: ["ShipmentOverdue"] },
  cancel: { ShipmentOverdue: ["Cancelled"] },
  update: {
    Placed: ["Placed"],
    AwaitingShipment: ["AwaitingShipment"],
    ShipmentOverdue: ["ShipmentOverdue"],
    InTransit: ["InTransit"],
    TransitStalled: ["TransitStalled"],
    DeliveryUnverified: ["DeliveryUnverified"],
  },
  stalled: { InTransit: ["TransitStalled"] },
  acceptance: { Delivered: ["ConfirmedAutomatically"] },
  closing: { Delivered: ["Delivered"] },
  dispute: { Disputed: ["Disputed"] },
  return: { DisputeUpheld: ["DisputeUpheld"] },
} as const satisfies TimerTable<Order, OrderTimer>;

/** One function for each command, from exactly the states its row names. */
export type OrderHandlers = Handlers<Order, OrderCommand, OrderEvent, typeof orderTable>;
