import { Schema } from "effect";

const Named = Schema.NullOr(
  Schema.Struct({
    id: Schema.String,
    defaultEmailAddress: Schema.NullOr(Schema.Struct({ emailAddress: Schema.String })),
  }),
);

/** A gift card as we ask for it: never with its code. */
export const Card = Schema.Struct({
  id: Schema.String,
  note: Schema.NullOr(Schema.String),
  createdAt: Schema.String,
  initialValue: Schema.Struct({ amount: Schema.String, currencyCode: Schema.String }),
  customer: Named,
  recipientAttributes: Schema.NullOr(Schema.Struct({ recipient: Named })),
});
export type Card = typeof Card.Type;

const CARD = `id note createdAt initialValue { amount currencyCode }
  customer { id defaultEmailAddress { emailAddress } }
  recipientAttributes { recipient { id defaultEmailAddress { emailAddress } } }`;

const UserErrors = Schema.Array(
  Schema.Struct({
    code: Schema.optionalKey(Schema.NullOr(Schema.String)),
    field: Schema.optionalKey(Schema.NullOr(Schema.Array(Schema.String))),
  }),
);
export type UserErrors = typeof UserErrors.Type;

export const currency = {
  document: "query shopCurrency { shop { currencyCode } }",
  data: Schema.Struct({ shop: Schema.Struct({ currencyCode: Schema.String }) }),
};

export const customerByEmail = {
  document: `query customerByEmail($email: String!) {
    customerByIdentifier(identifier: { emailAddress: $email }) { id } }`,
  data: Schema.Struct({ customerByIdentifier: Schema.NullOr(Schema.Struct({ id: Schema.String })) }),
};

/** Makes the customer if there is none; what is known of one stays as it is. */
export const customerSet = {
  document: `mutation customerOf($email: String!) {
    customerSet(identifier: { email: $email }, input: { email: $email }) {
      customer { id } userErrors { code field } } }`,
  data: Schema.Struct({
    customerSet: Schema.Struct({
      customer: Schema.NullOr(Schema.Struct({ id: Schema.String })),
      userErrors: UserErrors,
    }),
  }),
};

export const giftCardCreate = {
  document: `mutation issue($input: GiftCardCreateInput!) {
    giftCardCreate(input: $input) { giftCard { ${CARD} } userErrors { code field } } }`,
  data: Schema.Struct({
    giftCardCreate: Schema.Struct({ giftCard: Schema.NullOr(Card), userErrors: UserErrors }),
  }),
};

export const giftCard = {
  document: `query card($id: ID!) { giftCard(id: $id) { ${CARD} } }`,
  data: Schema.Struct({ giftCard: Schema.NullOr(Card) }),
};

export const giftCards = {
  document: `query cards($query: String!, $after: String) {
    giftCards(first: 50, query: $query, after: $after) {
      nodes { ${CARD} } pageInfo { hasNextPage endCursor } } }`,
  data: Schema.Struct({
    giftCards: Schema.Struct({
      nodes: Schema.Array(Card),
      pageInfo: Schema.Struct({ hasNextPage: Schema.Boolean, endCursor: Schema.NullOr(Schema.String) }),
    }),
  }),
};

const done = <Name extends string>(name: Name) =>
  Schema.Struct({ [name]: Schema.Struct({ userErrors: UserErrors }) } as {
    readonly [key in Name]: Schema.Struct<{ readonly userErrors: typeof UserErrors }>;
  });

/** To whom a card goes from now on; its first customer stays. */
export const giftCardUpdate = {
  document: `mutation readdress($id: ID!, $recipient: ID!) {
    giftCardUpdate(id: $id, input: { recipientAttributes: { id: $recipient } }) {
      giftCard { id } userErrors { field } } }`,
  data: done("giftCardUpdate"),
};

export const mailToCustomer = {
  document: `mutation mailToCustomer($id: ID!) {
    giftCardSendNotificationToCustomer(id: $id) { giftCard { id } userErrors { code field } } }`,
  data: done("giftCardSendNotificationToCustomer"),
};

export const mailToRecipient = {
  document: `mutation mailToRecipient($id: ID!) {
    giftCardSendNotificationToRecipient(id: $id) { giftCard { id } userErrors { code field } } }`,
  data: done("giftCardSendNotificationToRecipient"),
};
