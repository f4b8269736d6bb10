import {
  type CivilDate,
  checkoutMachine,
  listingMachine,
  orderMachine,
  system,
  type Tagged,
} from "@resale/core";
import {
  aBuyer,
  aCancelledOrder,
  aClosedListing,
  aConfirmedOrder,
  aDeliveredOrder,
  aDeniedListing,
  aDisputedOrder,
  aDraftListing,
  aHeldCheckout,
  aLabelledOrder,
  aListingToBeChanged,
  aLiveListing,
  aNewListing,
  anAbandonedCheckout,
  anExpiredCheckout,
  anExpiredPayment,
  anOrderAwaitingShipment,
  anOrderConfirmedBySilence,
  anOrderInTransit,
  anOverdueOrder,
  anOwnStockListing,
  anUnverifiedOrder,
  anUpheldDispute,
  aPaidOrder,
  aPayingCheckout,
  aPlacedCheckout,
  aPlacedOrder,
  aProgram,
  aProposedListing,
  aRejectedDispute,
  aReservedListing,
  aSoldListing,
  aStalledOrder,
  aSubmittedListing,
  asBuyer,
  asSeller,
  asSupport,
  aWithdrawnListing,
  disputeCommand,
  elapsed,
  payCommand,
  type Story,
  scanned,
  theBrand,
} from "@resale/testkit";
import { checkoutCommandOf, type Dice, listingCommandOf, orderCommandOf } from "@resale/testkit/arbitraries";

/** A kind of subject with a life begun in each of its states, and the commands that may follow. */
export interface Subjects<
  State extends Tagged,
  Command extends Tagged,
  Event extends Tagged,
  Name extends string,
> {
  readonly begun: ReadonlyArray<Story<State, Command, Event, Name>>;
  readonly commandOf: (
    tag: Command["_tag"],
    story: Story<State, Command, Event, Name>,
    dice: Dice,
  ) => Command;
}

const consent = aProgram({ pricing: { repricing: "Consent" } });
const cancelling = aProgram({
  shipping: { cancelAfter: elapsed(5 * 86_400_000) },
  ratings: { moderated: false },
});

export const listings = {
  machine: listingMachine,
  begun: [
    aNewListing(),
    aDraftListing(),
    aSubmittedListing(),
    aSubmittedListing({ program: consent }),
    aListingToBeChanged(),
    aProposedListing({ program: consent }),
    aLiveListing(),
    aReservedListing(),
    aSoldListing(),
    aClosedListing(),
    aDeniedListing(),
    aWithdrawnListing(),
    anOwnStockListing(),
  ],
  commandOf: listingCommandOf,
};

export const checkouts = {
  machine: checkoutMachine,
  begun: [
    aHeldCheckout(),
    aPayingCheckout(),
    aPayingCheckout()
      .give(system, { _tag: "RecordDeclined", attempt: 1, reason: "CardExpired" })
      .give(asBuyer, payCommand),
    aPlacedCheckout(),
    anExpiredCheckout(),
    anExpiredPayment(),
    anAbandonedCheckout(),
  ],
  commandOf: checkoutCommandOf,
};

/** Bought without an account: followed by a link (R26). */
const byGuest = { buyer: aBuyer({ member: null }) };

export const orders = {
  machine: orderMachine,
  begun: [
    aPlacedOrder(),
    aPaidOrder(),
    aLabelledOrder(),
    anOrderAwaitingShipment(),
    anOrderAwaitingShipment({ program: cancelling }),
    aLabelledOrder()
      .give(asSeller, { _tag: "BookPickup", date: "2026-11-05" as CivilDate })
      .give(system, { _tag: "RecordPickup", confirmation: "WTC123" }),
    anOverdueOrder(),
    anOverdueOrder({ program: cancelling }),
    anOrderInTransit(),
    aStalledOrder(),
    aDeliveredOrder(),
    aDeliveredOrder().give(asBuyer, { _tag: "Rate", stars: 4, text: null }),
    scanned(aDeliveredOrder().give(asBuyer, { _tag: "Rate", stars: 4, text: null }), "Returning", 1000),
    aDeliveredOrder({ program: cancelling, seller: theBrand }),
    anUnverifiedOrder(),
    aConfirmedOrder(),
    anOrderConfirmedBySilence(),
    aDisputedOrder(),
    anUpheldDispute(),
    aDeliveredOrder()
      .give(asBuyer, { _tag: "Rate", stars: 1, text: null })
      .give(asBuyer, disputeCommand())
      .give(asSupport, { _tag: "DecideDispute", upheld: true, text: "You are right." }),
    aRejectedDispute(),
    aCancelledOrder(),
    aPaidOrder(byGuest),
    anOrderAwaitingShipment(byGuest),
    anOverdueOrder(byGuest),
    aStalledOrder(byGuest),
    aDeliveredOrder(byGuest),
    anUnverifiedOrder(byGuest),
    aConfirmedOrder(byGuest),
    aDisputedOrder(byGuest),
    anUpheldDispute(byGuest),
    aRejectedDispute(byGuest),
    aCancelledOrder(byGuest),
  ],
  commandOf: orderCommandOf,
};
