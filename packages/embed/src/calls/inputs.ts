import { Email, ListingId, PostalAddress } from "@resale/core";
import { Schema } from "effect";

/** An input that is told by its place: a refusal speaks of it by this name. `of` leads the reference back to the Schema's own. */
export const named = <S extends Schema.Top>(name: string, schema: S): S["Rebuild"] =>
  schema.annotate({ title: name, of: schema });

const Limit = Schema.Int.check(
  Schema.isBetween({ minimum: 1, maximum: 100 }, { expected: "a number from 1 to 100" }),
);

/** A page of a list: at most so many, after the last one of the page before. */
export const Page = named("page", Schema.Struct({ limit: Limit, after: Schema.optionalKey(Schema.String) }));

export { Limit };

const Values = Schema.optionalKey(Schema.Array(Schema.String));

/** What a shopper looks for: every filter named must hold; several values of one are alternatives. Prices in cents. */
export const Filter = named(
  "filter",
  Schema.Struct({
    text: Schema.optionalKey(Schema.String),
    category: Values,
    grade: Values,
    colour: Values,
    material: Values,
    ownStock: Schema.optionalKey(Schema.Boolean),
    priceFrom: Schema.optionalKey(Schema.Int),
    priceTo: Schema.optionalKey(Schema.Int),
  }),
);

export const Searched = named(
  "search",
  Schema.Struct({
    filter: Filter,
    sort: Schema.Literals(["Newest", "PriceUp", "PriceDown"]),
    limit: Limit,
    cursor: Schema.optionalKey(Schema.String),
  }),
);

export const CartSaid = named(
  "cart",
  Schema.Struct({
    listings: Schema.Array(ListingId),
    email: Email,
    name: Schema.String.check(Schema.isBetweenLength(1, 100)),
    shipTo: PostalAddress,
  }),
);
