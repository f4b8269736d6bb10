export const words = {
  title: "Your bag",
  empty: "There is nothing in your bag yet.",
  browse: "See what’s new",
  note: "A bag holds nothing back: pieces are one of a kind, and yours once you check out. This bag is apart from the one of the brand’s main shop.",
  remove: (title: string) => `Remove ${title}`,
  removeShort: "Remove",
  from: (seller: string) => `From ${seller}`,
  gone: {
    Sold: "This piece has found a new home meanwhile.",
    Reserved: "Somebody is just checking out with this piece. If they let it go, it is yours to take.",
    Gone: "This piece is no longer offered.",
  },
  like: "See others",
  pieces: (count: number) => (count === 1 ? "1 piece" : `${count} pieces`),
  shipping: "Shipping",
  shippingMore: (count: number) =>
    count === 1 ? "one parcel" : `${count} parcels: each piece comes from its own seller`,
  tax: "Tax",
  atCheckout: "at checkout",
  total: "Before tax",
  checkout: "Check out",
  clear: "Remove what is gone",
} as const;
