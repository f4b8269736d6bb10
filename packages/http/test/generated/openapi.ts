// Made by openapi-typescript from the OpenAPI document. Not to be changed by hand.
export interface paths {
    "/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live listings: full text, filters, sorting, page by page
         * @description For everybody.
         */
        get: operations["catalogue.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many live listings there are for each value of a filter
         * @description For everybody.
         */
        get: operations["catalogue.facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold every piece of a cart, all or none, before any money moves
         * @description For everybody. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["buying.openCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkouts/{checkout}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a checkout stands
         * @description For everybody.
         */
        get: operations["buying.checkout"];
        put?: never;
        post?: never;
        /**
         * Let go of what is held
         * @description For visitors and members. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        delete: operations["buying.abandon"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkouts/{checkout}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay what is held
         * @description For everybody. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["buying.pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkouts/{checkout}/payment-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The card provider's form for the buyer's page, and what the buyer's bank asks
         * @description For everybody.
         */
        get: operations["buying.paymentForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was counted day by day: listed, sold, disputed, paid out, by grade and price
         * @description For reviewers and support.
         */
        get: operations["figures.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/figures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a table for spreadsheets
         * @description For reviewers and support.
         */
        get: operations["figures.figuresCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guest/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a new link mailed to the address an order was bought with; the answer tells nothing
         * @description For everybody. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["orders.askForLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guest/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The order of a guest's own link
         * @description For guests who hold an order's link.
         */
        get: operations["orders.guestOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/guest/order/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The order of a guest's own link as it is now, and after each change
         * @description For guests who hold an order's link.
         */
        get: operations["live.guestOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process lives
         * @description For everybody.
         */
        get: operations["health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The store answers
         * @description For everybody.
         */
        get: operations["health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/listings/{listing}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One listing, as its reader may see it
         * @description For everybody.
         */
        get: operations["catalogue.listing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/listings/{listing}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A listing as it is now, and after each change
         * @description For everybody.
         */
        get: operations["live.listing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The member's orders, as buyer or as seller
         * @description For members.
         */
        get: operations["orders.myOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order, as its reader may see it
         * @description For members, guests who hold an order's link, reviewers and support.
         */
        get: operations["orders.order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order and give the money back (support)
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["orders.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The piece is as described: pay the seller
         * @description For members and guests who hold an order's link. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["orders.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The piece is not as described, or did not come: stop the payout
         * @description For members and guests who hold an order's link. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["orders.dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be done with an order, every deadline, and what comes if nobody acts
         * @description For members, guests who hold an order's link, reviewers and support.
         */
        get: operations["orders.explainOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/label.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The prepaid label, to print
         * @description For members, guests who hold an order's link, reviewers and support.
         */
        get: operations["orders.labelPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/label.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The prepaid label, to show as a QR code
         * @description For members, guests who hold an order's link, reviewers and support.
         */
        get: operations["orders.labelQr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An order as it is now, and after each change
         * @description For members, guests who hold an order's link, reviewers and support.
         */
        get: operations["live.order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Have the carrier fetch the parcel
         * @description For members and support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        put: operations["orders.bookPickup"];
        post?: never;
        /**
         * Call the pickup off
         * @description For members and support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        delete: operations["orders.cancelPickup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{order}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate the sale
         * @description For members and guests who hold an order's link. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["orders.rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a photo in
         * @description For members, guests who hold an order's link, reviewers and support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["photos.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/photos/{photo}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A photo in one of its sizes
         * @description For everybody.
         */
        get: operations["photos.photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/photos/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask where one file may be put, straight into the store where it can be
         * @description For members, guests who hold an order's link, reviewers and support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["photos.openUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/photos/uploads/{photo}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the file is there: it is taken in, and counts from now on
         * @description For members, guests who hold an order's link, reviewers and support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["photos.finishUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/photos/uploads/{photo}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a file where an upload said; its address is the only proof that is asked for
         * @description For everybody.
         */
        put: operations["photos.putUpload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The marketplace's rules that screens need: grades, categories, charge, tips
         * @description For everybody.
         */
        get: operations["catalogue.program"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a cart costs at an address, and what is no longer there; reserves nothing
         * @description For everybody.
         */
        post: operations["buying.quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for review, the most urgent first
         * @description For reviewers and support.
         */
        get: operations["review.queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review/listings/{listing}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the revision that was looked at, perhaps at another price
         * @description For reviewers. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["review.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review/listings/{listing}/denial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deny a listing, with a reason
         * @description For reviewers. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["review.deny"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review/listings/{listing}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has happened to a listing, its seller's score, and what else they have listed
         * @description For reviewers and support.
         */
        get: operations["review.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review/listings/{listing}/requested-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the seller for changes, field by field
         * @description For reviewers. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["review.requestChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for review now, and after each change
         * @description For reviewers and support.
         */
        get: operations["live.reviewQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review/own-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer a piece of the brand's own stock
         * @description For reviewers and support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["review.listOwnStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The member's own listings, newest first
         * @description For members.
         */
        get: operations["selling.myListings"];
        put?: never;
        /**
         * Begin a listing from one unit of a purchase
         * @description For members. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["selling.startListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/listings/{listing}/accepted-price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to the reviewer's price
         * @description For members. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["selling.acceptPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/listings/{listing}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what the piece is like; after approval it goes back to review
         * @description For members. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        put: operations["selling.editListing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/listings/{listing}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be done with a listing, every deadline, and what comes if nobody acts
         * @description For everybody.
         */
        get: operations["selling.explainListing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/listings/{listing}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a listing in for review
         * @description For members. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["selling.submitListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/listings/{listing}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an unsold listing back
         * @description For members and support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["selling.withdrawListing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the member once bought, unit by unit, and what of it can be sold
         * @description For members.
         */
        get: operations["selling.purchases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selling/purchases/{unit}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The recommended price of a unit in a grade, and how it comes about
         * @description For members.
         */
        get: operations["selling.recommendPrice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is told of events as they happen, and how far that has come
         * @description For reviewers and support.
         */
        get: operations["subscriptions.list"];
        put?: never;
        /**
         * Have a receiver told of events, signed; its secret is shown this once
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["subscriptions.subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscription}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Tell somebody nothing any more, and forget how far they had come
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        delete: operations["subscriptions.remove"];
        options?: never;
        head?: never;
        /**
         * Tell somebody at another address, or of other things
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        patch: operations["subscriptions.edit"];
        trace?: never;
    };
    "/subscriptions/{subscription}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a receiver has come with each subject, and what it answered last
         * @description For reviewers and support.
         */
        get: operations["subscriptions.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscription}/disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a receiver nothing any more
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["subscriptions.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscription}/enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a receiver again, from where it stood
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["subscriptions.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscription}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell everything once more, from a position or a subject's number
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["subscriptions.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscription}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a subscription a new secret; the one before signs as well for a while
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["subscriptions.rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscription}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message that says nothing, and see what is answered
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["subscriptions.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/checkouts/{checkout}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All facts and side effects of a payment
         * @description For reviewers and support.
         */
        get: operations["support.checkoutStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/checkouts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What somebody has gone to pay for, also where no order came of it
         * @description For reviewers and support.
         */
        post: operations["support.findCheckouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/credits/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a gift card mailed again by its issuer
         * @description For reviewers and support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["support.resendCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/credits/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gift cards that were issued to an address, without their codes
         * @description For reviewers and support.
         */
        post: operations["support.findCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/journal/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the whole journal against the facts
         * @description For reviewers and support.
         */
        get: operations["support.verifyJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/mailboxes/cleared-refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An address takes mail after all: it is written to again
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["support.clearRefusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/mailboxes/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether an address takes mails, and which of them its reader wants
         * @description For reviewers and support.
         */
        post: operations["support.viewMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/operator-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that waits for an operator
         * @description For reviewers and support.
         */
        get: operations["support.operatorTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/closed-intercept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The parcel was called back, or let go
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.closeIntercept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/dispute-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a dispute
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.decideDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/guest-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail the guest a new link
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.sendLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every mail about an order that was sent, to whom and when
         * @description For reviewers and support.
         */
        get: operations["support.mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/mails/{mail}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A mail that was sent, in its words; without a guest's link
         * @description For reviewers and support.
         */
        get: operations["support.mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/payout-drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop the payout after a lost chargeback
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.dropPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/payout-release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay the seller after a lost chargeback
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.releasePayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/rating-moderation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a rating, or hide it
         * @description For reviewers and support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.moderateRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/received-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The piece came back
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.returnReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a label, payout, refund or return going again
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.repeatSide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/revoked-guest-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take no link any more that the guest was mailed before
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.revokeLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All facts, money and side effects of an order
         * @description For reviewers and support.
         */
        get: operations["support.story"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/verified-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vouch for a delivery that was in doubt
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.verifyDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a parcel that stalled more time
         * @description For support. A repeat under the same `Idempotency-Key` gets the first answer. With `If-Match` it is done only while that version still stands.
         */
        post: operations["support.wait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/{order}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What providers have told of an order's parcels and payment
         * @description For reviewers and support.
         */
        get: operations["support.webhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/orders/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Orders by e-mail, tracking number, gift card, seller, state or open task
         * @description For reviewers and support.
         */
        post: operations["support.findOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Side effects that wait, were given up, or are done
         * @description For reviewers and support.
         */
        get: operations["support.listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/support/tasks/repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a side effect going again that was given up
         * @description For reviewers and support. A repeat under the same `Idempotency-Key` gets the first answer.
         */
        post: operations["support.repeatTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/carrier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A carrier tells of a parcel
         * @description For providers, whose signature is checked first.
         */
        post: operations["webhooks.carrier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who sends mails tells of one that came back
         * @description For providers, whose signature is checked first.
         */
        post: operations["webhooks.mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The card provider tells of a payment dispute
         * @description For providers, whose signature is checked first.
         */
        post: operations["webhooks.payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Who did something: a person, a provider, or the engine itself (R54). */
        Actor: {
            /** @enum {string} */
            _tag: "Visitor";
        } | {
            /** @enum {string} */
            _tag: "Member";
            email: components["schemas"]["Email"];
            id: string;
        } | {
            /** @enum {string} */
            _tag: "Guest";
            generation?: number;
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "Reviewer";
            id: string;
        } | {
            /** @enum {string} */
            _tag: "Support";
            id: string;
        } | {
            /** @enum {string} */
            _tag: "Carrier";
            name: string;
        } | {
            /** @enum {string} */
            _tag: "PaymentProvider";
            name: string;
        } | {
            /** @enum {string} */
            _tag: "System";
        };
        /** @description What the carrier's scans have told so far (R37). */
        CarrierFacts: {
            accepted: components["schemas"]["Instant"] | null;
            ending: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                status: "Delivered" | "Returning" | "DeliveredToSender";
                zip: string | null;
            } | null;
            lost: components["schemas"]["Instant"] | null;
            moved: components["schemas"]["Instant"] | null;
        };
        /** @description A live listing as the catalogue shows it. */
        CatalogueEntry: {
            category: string;
            colour: string | null;
            description: string;
            grade: string;
            listedAt: components["schemas"]["Instant"];
            listing: components["schemas"]["Id"];
            material: string | null;
            msrp: number;
            ownStock: boolean;
            photo: string | null;
            placeholder?: string;
            price: number;
            reserved: boolean;
            title: string;
        };
        /** @description Pieces that are held for a buyer, and how their payment stands (R21). */
        Checkout: {
            currency: components["schemas"]["Currency"];
            declined: string | null;
            heldUntil: components["schemas"]["Deadline"];
            id: components["schemas"]["Id"];
            lines: components["schemas"]["Line"][];
            orders: components["schemas"]["Id"][];
            /** @enum {string} */
            state: "Held" | "Paying" | "Placed" | "Expired" | "Abandoned";
            total: number;
        };
        /** @description The whole story of a payment: its facts, its side effects (R21, R55). */
        CheckoutStory: {
            checkout: components["schemas"]["DeskCheckout"];
            events: components["schemas"]["StoredEvent"][];
            tasks: components["schemas"]["TaskView"][];
        };
        /** @description ISO 4217: `USD`. */
        Currency: string;
        /** @description A moment by which something is to happen, and how it was reckoned (R30). */
        Deadline: {
            at: components["schemas"]["Instant"];
            reckoning: components["schemas"]["Reckoning"];
        };
        /** @description How far a subscriber has come with one subject (R60). */
        Delivery: {
            dueAt: components["schemas"]["Instant"] | null;
            failingSince: components["schemas"]["Instant"] | null;
            failures: number;
            heard: number;
            last: {
                answer: components["schemas"]["WebhookAnswer"];
                at: components["schemas"]["Instant"];
                number: number;
            } | null;
            subject: components["schemas"]["Subject"];
            wanted: number;
        };
        /** @description A checkout as support sees it, and what has become of the buyer's money. */
        DeskCheckout: {
            attempts: number;
            buyerEmail: components["schemas"]["Email"];
            buyerMember: string | null;
            currency: components["schemas"]["Currency"];
            declined: string | null;
            heldUntil: components["schemas"]["Deadline"];
            id: components["schemas"]["Id"];
            lines: components["schemas"]["Line"][];
            /** @enum {string} */
            money: "None" | "Asked" | "Held" | "Taken" | "Failed" | "LettingGo" | "LetGo";
            openedAt: components["schemas"]["Instant"];
            orders: components["schemas"]["Id"][];
            /** @enum {string} */
            state: "Held" | "Paying" | "Placed" | "Expired" | "Abandoned";
            total: number;
        };
        /** @description What a piece is like, complete. */
        Details: {
            description: string;
            grade: string;
            imperfections: components["schemas"]["Imperfection"][];
            photos: components["schemas"]["ListingPhoto"][];
            price: number;
        };
        /** @description Why a subscriber is told nothing any more, and since when. */
        Disabled: {
            since: components["schemas"]["Instant"];
            why: {
                /** @enum {string} */
                _tag: "ByOperator";
                by: components["schemas"]["Actor"];
                reason: string;
            } | {
                /** @enum {string} */
                _tag: "Gone";
            } | {
                /** @enum {string} */
                _tag: "NotHeard";
                answer: components["schemas"]["WebhookAnswer"];
                number: number;
                subject: components["schemas"]["Subject"];
            };
        };
        /** @description What the buyer says is wrong (R44). */
        Dispute: {
            kind: string;
            openedAt: components["schemas"]["Instant"];
            photos: string[];
            text: string;
        };
        /** @description What a piece is like, as far as it is said yet. */
        DraftDetails: {
            description?: string;
            grade?: string;
            imperfections: components["schemas"]["Imperfection"][];
            photos: components["schemas"]["ListingPhoto"][];
            price?: number;
        };
        /** @description An e-mail address. */
        Email: string;
        /**
         * @description What can happen; a kind of subject alone stands for all of its events.
         * @enum {string}
         */
        EventType: "listing" | "listing.Started" | "listing.OwnStockListed" | "listing.Edited" | "listing.Submitted" | "listing.ReviewFellDue" | "listing.Approved" | "listing.PriceChanged" | "listing.PriceProposed" | "listing.PriceAccepted" | "listing.Denied" | "listing.ChangesRequested" | "listing.Withdrawn" | "listing.PhotosForgotten" | "listing.Reserved" | "listing.Released" | "listing.Sold" | "listing.Closed" | "listing.MailSent" | "checkout" | "checkout.Opened" | "checkout.PaymentStarted" | "checkout.PaymentDeclined" | "checkout.Placed" | "checkout.HoldEnded" | "checkout.Abandoned" | "checkout.PaymentCaptured" | "checkout.CaptureFailed" | "checkout.PaymentCameLate" | "checkout.LatePaymentCancelled" | "checkout.MailSent" | "order" | "order.Placed" | "order.Paid" | "order.PaymentFailed" | "order.LabelBought" | "order.LabelFailed" | "order.LabelFellLate" | "order.LabelMailed" | "order.LabelRefunded" | "order.LabelRefundRefused" | "order.PickupAsked" | "order.PickupBooked" | "order.PickupRefused" | "order.PickupCancelAsked" | "order.PickupCancelled" | "order.ShipReminderFellDue" | "order.ShipmentFellOverdue" | "order.UpdateFellDue" | "order.ScansRecorded" | "order.Shipped" | "order.Moved" | "order.TransitStalled" | "order.WaitGranted" | "order.Delivered" | "order.DeliveryUnverified" | "order.WindowClosing" | "order.Confirmed" | "order.ConfirmedAutomatically" | "order.DisputeOpened" | "order.DisputeFellDue" | "order.DisputeUpheld" | "order.DisputeRejected" | "order.Cancelled" | "order.InterceptWanted" | "order.InterceptClosed" | "order.RefundFellDue" | "order.Refunded" | "order.RefundFailed" | "order.RefundedByChargeback" | "order.PayoutFellDue" | "order.PayoutHeld" | "order.PayoutIssued" | "order.PayoutFailed" | "order.PayoutDropped" | "order.ChargebackOpened" | "order.ChargebackWon" | "order.ChargebackLost" | "order.ReturnLabelBought" | "order.ReturnLabelFailed" | "order.ReturnLabelMailed" | "order.ReturnClosed" | "order.Rated" | "order.RatingModerated" | "order.RepeatAsked" | "order.LinksRevoked" | "order.LinkAsked" | "order.MailSent" | "desk" | "desk.DeskOpened" | "desk.DigestFellDue" | "mailbox" | "mailbox.MailRefused" | "mailbox.RefusalCleared" | "mailbox.OptionalDeclined" | "mailbox.OptionalAccepted";
        /** @description What is open, why the rest is not, every deadline, and what comes if nobody acts (R58). */
        Explanation: {
            closed: {
                because: components["schemas"]["Rejection"];
                command: string;
            }[];
            deadlines: {
                deadline: components["schemas"]["Deadline"];
                outcome: string;
                timer: string;
            }[];
            ifNobodyActs: {
                deadline: components["schemas"]["Deadline"];
                outcome: string;
                timer: string;
            } | null;
            open: string[];
            state: string;
        };
        /** @description How many live listings there are for each value of a filter. */
        Facets: {
            category: {
                count: number;
                value: string;
            }[];
            colour: {
                count: number;
                value: string;
            }[];
            /** @enum {string} */
            counted: "Exactly" | "AtLeast";
            grade: {
                count: number;
                value: string;
            }[];
            material: {
                count: number;
                value: string;
            }[];
            ownStock: {
                count: number;
                value: string;
            }[];
            total: number;
        };
        /** @description A field at fault, by its path, and what is wrong with it. */
        FieldFault: {
            field: string;
            problem: string;
        };
        /** @description How worn a piece may be to be called so (R8). */
        Grade: {
            description: string;
            key: string;
            label: string;
            tagPhoto: boolean;
        };
        /**
         * Format: uuid
         * @description A UUID.
         */
        Id: string;
        /** @description A trace of wear that the seller declares, with its place on a photo if it was marked (R7). */
        Imperfection: {
            at?: {
                photo: string;
                x: number;
                y: number;
            };
            key: string;
            text: string;
        };
        /** @description A moment in milliseconds since 1970-01-01T00:00:00Z. */
        Instant: number;
        /** @description Store credit that was issued, without its code (R48). */
        IssuedCredit: {
            amount: number;
            email: string;
            issuedAt: components["schemas"]["Instant"];
            reference: string;
        };
        /** @description A piece that was sold. */
        Item: {
            currency: components["schemas"]["Currency"];
            photo?: string;
            price: number;
            title: string;
        };
        /** @description One piece of a cart: price, charge, tax (R12). */
        Line: {
            charge: number;
            listing: components["schemas"]["Id"];
            price: number;
            seller: string;
            tax: number;
            title: string;
            total: number;
        };
        /** @description A listing as its reader may see it (R15, R52). */
        Listing: {
            charge: number | null;
            currency: components["schemas"]["Currency"] | null;
            details: components["schemas"]["DraftDetails"];
            id: components["schemas"]["Id"];
            inside: {
                asked: number | null;
                changes: components["schemas"]["FieldFault"][];
                channel: {
                    /** @enum {string} */
                    _tag: "Online";
                } | {
                    /** @enum {string} */
                    _tag: "Store";
                    store: string;
                } | null;
                createdAt: components["schemas"]["Instant"];
                flags: string[];
                heldUntil: components["schemas"]["Deadline"] | null;
                order: components["schemas"]["Id"] | null;
                paid: number | null;
                payout: number | null;
                purchasedAt: components["schemas"]["Instant"] | null;
                reason: components["schemas"]["StatedReason"] | null;
                reviewBy: components["schemas"]["Deadline"] | null;
                reviewLate: boolean;
                revision: number;
                unit: string | null;
            } | null;
            listedAt: components["schemas"]["Instant"] | null;
            price: number | null;
            product: components["schemas"]["Product"];
            seller: {
                brand: boolean;
                name: string;
            };
            state: string;
            title: string;
        };
        /** @description A listing with its version and its seller's score (R42). */
        ListingAnswer: {
            listing: components["schemas"]["Listing"];
            score: {
                ratings: number;
                stars: number;
            };
            version: number;
        };
        /** @description A photo of a listing, and what it shows (R7). */
        ListingPhoto: {
            photo: components["schemas"]["Photo"];
            shows: components["schemas"]["PhotoSubject"];
        };
        /** @description Whether an address takes mails, and whether its reader wants the optional ones. */
        Mailbox: {
            /** @enum {string} */
            _tag: "Reachable";
            optional: boolean;
        } | {
            /** @enum {string} */
            _tag: "Refusing";
            optional: boolean;
            refusal: {
                about: components["schemas"]["Subject"];
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                by: "Server" | "Report";
                mail: string;
                reason: string;
            };
        };
        /** @description Something that waits for an operator. */
        OperatorTask: {
            /** @enum {string} */
            kind: "order" | "listing" | "checkout";
            since: number;
            subject: string;
            task: string;
            title: string;
        };
        /** @description An order as its reader may see it (R52). */
        Order: {
            buyer: {
                charge: number;
                refund: string;
                returnBy: components["schemas"]["Deadline"] | null;
                returnTracking: string | null;
                seller: string;
                shipTo: components["schemas"]["PostalAddress"];
                tax: number;
                total: number;
            } | null;
            cancelled: components["schemas"]["StatedReason"] | null;
            carrier: string | null;
            currency: components["schemas"]["Currency"];
            decideBy: components["schemas"]["Deadline"] | null;
            decision: string | null;
            deliveredAt: components["schemas"]["Instant"] | null;
            desk: {
                buyerEmail: components["schemas"]["Email"];
                buyerMember: string | null;
                chargeback: string | null;
                checkout: components["schemas"]["Id"];
                facts: components["schemas"]["CarrierFacts"];
                label: string;
                labelRefund: boolean;
                operatorTasks: {
                    since: components["schemas"]["Instant"];
                    task: string;
                }[];
                paid: boolean;
                payoutTo: string | null;
                program: string;
                sellerMember: string | null;
                why: string | null;
            } | null;
            dispute: components["schemas"]["Dispute"] | null;
            endedAt: components["schemas"]["Instant"] | null;
            id: components["schemas"]["Id"];
            item: components["schemas"]["Item"];
            listing: components["schemas"]["Id"];
            placedAt: components["schemas"]["Instant"];
            price: number;
            promise: components["schemas"]["Deadline"];
            rating: components["schemas"]["Rating"] | null;
            seller: {
                label: string;
                payout: number;
                payoutState: string;
                pickup: components["schemas"]["Pickup"];
                qr: boolean;
                returnTracking: string | null;
                shipBy: components["schemas"]["Deadline"] | null;
            } | null;
            shippedAt: components["schemas"]["Instant"] | null;
            state: string;
            tracking: string | null;
            window: components["schemas"]["Deadline"] | null;
        };
        /** @description An order with its version. */
        OrderAnswer: {
            order: components["schemas"]["Order"];
            version: number;
        };
        /** @description Which form takes the card on the buyer's page, and what the buyer's bank asks (3-D Secure). */
        PaymentForm: {
            clientSecret: string | null;
            provider: string | null;
            publishableKey: string | null;
        };
        /** @description A photo that was taken in. */
        Photo: {
            height: number;
            id: string;
            placeholder?: string;
            width: number;
        };
        /** @description What a photo shows (R7). */
        PhotoSubject: {
            /** @enum {string} */
            _tag: "Shot";
            key: string;
        } | {
            /** @enum {string} */
            _tag: "Tag";
        } | {
            /** @enum {string} */
            _tag: "Imperfection";
            key: string;
        } | {
            /** @enum {string} */
            _tag: "Other";
        };
        /** @description How a carrier's pickup stands (R34). */
        Pickup: {
            /** @enum {string} */
            _tag: "None";
        } | {
            /** @enum {string} */
            _tag: "Wanted";
            date: string;
        } | {
            /** @enum {string} */
            _tag: "Booked";
            confirmation: string;
            date: string;
        } | {
            /** @enum {string} */
            _tag: "Refused";
            date: string;
            reason: string;
        } | {
            /** @enum {string} */
            _tag: "CancelWanted";
            confirmation: string;
            date: string;
        } | {
            /** @enum {string} */
            _tag: "Cancelled";
        };
        /** @description Where something is sent to, or from. */
        PostalAddress: {
            city: string;
            country: string;
            line1: string;
            line2?: string;
            name: string;
            region: string;
            zip: string;
        };
        /** @description A refusal, as RFC 9457 has it; its `type` leads to a page about it. */
        Problem: {
            detail: string;
            fields?: components["schemas"]["FieldFault"][];
            instance: string;
            rejection?: components["schemas"]["Rejection"];
            status: number;
            title: string;
            type: string;
            wayOut: string;
        };
        /** @description What the brand once sold. */
        Product: {
            category: string;
            collection?: string;
            colour?: string;
            material?: string;
            msrp: number;
            name: string;
            ownBrand: boolean;
            sku: string;
        };
        /** @description The marketplace's rules, as screens need them. */
        Program: {
            brand: string;
            categories: {
                key: string;
                label: string;
            }[];
            charge: number;
            checklist: {
                key: string;
                label: string;
            }[];
            checkout: {
                most: number;
                tender: string[];
            };
            contact: components["schemas"]["Email"];
            country: string;
            currency: components["schemas"]["Currency"];
            denialReasons: {
                key: string;
                label: string;
            }[];
            disputeKinds: {
                key: string;
                label: string;
                returns: boolean;
            }[];
            disputePhotos: number;
            estimate: {
                fromDays: number;
                toDays: number;
            };
            grades: components["schemas"]["Grade"][];
            loyalty: string;
            mostStars: number;
            name: string;
            ownStock: string;
            packingTips: string[];
            photos: {
                most: number;
                required: {
                    key: string;
                    label: string;
                    tip: string;
                }[];
                tips: string[];
            };
            provenance: {
                [key: string]: components["schemas"]["Provenance"];
            };
            sellerShare: number;
            shipTo: {
                code: string;
                name: string;
            }[];
            version: string;
            zone: string;
        };
        /** @description Where a rule's value comes from: stated, implied, or our choice. */
        Provenance: {
            /** @enum {string} */
            mark: "S" | "A" | "I" | "O";
            note?: string;
        };
        /** @description One unit of a purchase, and why it can't be sold, if it can't (R3–R6). */
        PurchasedUnit: {
            line: components["schemas"]["PurchaseLine"];
            listing: components["schemas"]["Id"] | null;
            refusal: components["schemas"]["Rejection"] | null;
            unit: string;
        };
        /** @description A line of the member's purchase history (R3). */
        PurchaseLine: {
            channel: {
                /** @enum {string} */
                _tag: "Online";
            } | {
                /** @enum {string} */
                _tag: "Store";
                store: string;
            };
            id: string;
            paid: number;
            product: components["schemas"]["Product"];
            purchasedAt: components["schemas"]["Instant"];
            quantity: number;
            refunded: number;
        };
        /** @description What a cart costs, and what of it can't be had any more (R20). */
        Quote: {
            currency: components["schemas"]["Currency"];
            lines: components["schemas"]["Line"][];
            total: number;
            unavailable: components["schemas"]["Unavailable"][];
        };
        /** @description What the buyer says of the sale (R42). */
        Rating: {
            at: components["schemas"]["Instant"];
            stars: number;
            /** @enum {string} */
            status: "Waiting" | "Published" | "Hidden";
            text: string | null;
        };
        /** @description How a deadline comes about: an elapsed time, or business days (R30). */
        Reckoning: {
            /** @enum {string} */
            _tag: "Elapsed";
            from: components["schemas"]["Instant"];
            milliseconds: number;
        } | {
            /** @enum {string} */
            _tag: "BusinessDays";
            counted: string[];
            days: number;
            from: components["schemas"]["Instant"];
            skipped: components["schemas"]["SkippedDay"][];
            zone: string;
        };
        /** @description A recommended price that explains itself (R9, R10). */
        RecommendedPrice: {
            ageMonths: number;
            base: number;
            payout: number;
            price: number;
            steps: ({
                /** @enum {string} */
                _tag: "Rate";
                fromMonths: number;
                grade: string;
                rate: number;
                result: number;
                underMonths?: number;
            } | {
                /** @enum {string} */
                _tag: "Rounded";
                result: number;
                to: number;
            })[];
        };
        /** @description The engine's own word for why it said no, with what belongs to it. */
        Rejection: {
            /** @enum {string} */
            _tag: "NotFound";
            id: string;
            /** @enum {string} */
            subject: "listing" | "checkout" | "order" | "desk" | "mailbox" | "subscription" | "photo";
        } | {
            /** @enum {string} */
            _tag: "NotAllowed";
            actor: string;
            allowed: string[];
            command: string;
        } | {
            /** @enum {string} */
            _tag: "WrongState";
            command: string;
            openIn: string[];
            state: string;
        } | {
            /** @enum {string} */
            _tag: "VersionChanged";
            current: number;
            seen: number[];
            /** @enum {string} */
            subject: "listing" | "checkout" | "order" | "desk" | "mailbox" | "subscription";
        } | {
            /** @enum {string} */
            _tag: "Invalid";
            faults: components["schemas"]["FieldFault"][];
        } | {
            /** @enum {string} */
            _tag: "MembershipRequired";
            loyalty: string;
            membership: string;
        } | {
            /** @enum {string} */
            _tag: "NotInPurchaseHistory";
            unit: string;
        } | {
            /** @enum {string} */
            _tag: "UnitRefunded";
            unit: string;
        } | {
            /** @enum {string} */
            _tag: "UnitAlreadyListed";
            unit: string;
        } | {
            /** @enum {string} */
            _tag: "CategoryNotTaken";
            category: string;
            taken: string[];
        } | {
            /** @enum {string} */
            _tag: "OtherBrand";
            brand: string;
            product: string;
        } | {
            /** @enum {string} */
            _tag: "CollectionNotTaken";
            collection: string;
        } | {
            /** @enum {string} */
            _tag: "RegionRefused";
            code: string;
            /** @enum {string} */
            direction: "ShipTo" | "ShipFrom";
            name: string;
        } | {
            /** @enum {string} */
            _tag: "RevisionChanged";
            current: number;
            reviewed: number;
        } | {
            /** @enum {string} */
            _tag: "OwnListing";
            listing: string;
            title: string;
        } | {
            /** @enum {string} */
            _tag: "ListingsUnavailable";
            listings: components["schemas"]["Unavailable"][];
        } | {
            /** @enum {string} */
            _tag: "HoldEnded";
            at: components["schemas"]["Instant"];
        } | {
            /** @enum {string} */
            _tag: "TenderRefused";
            taken: string[];
            tender: string;
        } | {
            /** @enum {string} */
            _tag: "CardDeclined";
            reason: string;
        } | {
            /** @enum {string} */
            _tag: "PaymentUnderWay";
            retryAfter: number;
        } | {
            /** @enum {string} */
            _tag: "DeadlineNotPassed";
            deadline: components["schemas"]["Deadline"];
        } | {
            /** @enum {string} */
            _tag: "AlreadyShipped";
            at: components["schemas"]["Instant"];
        } | {
            /** @enum {string} */
            _tag: "NoSellerToRate";
        } | {
            /** @enum {string} */
            _tag: "NoGuest";
        } | {
            /** @enum {string} */
            _tag: "LinkNotValid";
        } | {
            /** @enum {string} */
            _tag: "PayoutFinal";
            payout: string;
        } | {
            /** @enum {string} */
            _tag: "AlreadyDone";
            what: string;
        } | {
            /** @enum {string} */
            _tag: "NothingToRepeat";
            state: string;
            what: string;
        } | {
            /** @enum {string} */
            _tag: "Unreachable";
            retryAfter: number;
            what: string;
        } | {
            /** @enum {string} */
            _tag: "Refused";
            reason: string;
            what: string;
        } | {
            /** @enum {string} */
            _tag: "Busy";
            retryAfter: number;
        } | {
            /** @enum {string} */
            _tag: "KeyReused";
            key: string;
        };
        /** @description A day that does not count, and why (R30). */
        SkippedDay: {
            date: string;
            why: {
                /** @enum {string} */
                _tag: "Weekend";
            } | {
                /** @enum {string} */
                _tag: "Holiday";
                name: string;
                observed: boolean;
            };
        };
        /** @description A reason of the Program's list, and words (R14). */
        StatedReason: {
            code: string;
            text: string;
        };
        /** @description A fact: who, when, what, from which command (R55). */
        StoredEvent: {
            actor: components["schemas"]["Actor"];
            at: components["schemas"]["Instant"];
            cause: {
                /** @enum {string} */
                _tag: "Command";
                command: unknown;
            } | {
                /** @enum {string} */
                _tag: "SameCommand";
            } | {
                /** @enum {string} */
                _tag: "Timer";
                timer: string;
            };
            event: unknown;
            position: number;
            subject: components["schemas"]["Subject"];
            version: number;
        };
        /** @description The whole story of an order: its facts, its money, its side effects (R53, R55). */
        Story: {
            checkout: components["schemas"]["DeskCheckout"];
            events: components["schemas"]["StoredEvent"][];
            journal: {
                account: string;
                amount: number;
                order: string;
                version: number;
            }[];
            mailboxes: {
                email: string;
                mailbox: components["schemas"]["Mailbox"];
            }[];
            order: components["schemas"]["Order"];
            payment: components["schemas"]["StoredEvent"][];
            tasks: components["schemas"]["TaskView"][];
        };
        /** @description What an event is about. */
        Subject: {
            id: string;
            /** @enum {string} */
            kind: "listing" | "checkout" | "order" | "desk" | "mailbox";
        };
        /** @description Somebody who is told of events as they happen (R60). */
        Subscription: {
            createdAt: components["schemas"]["Instant"];
            createdBy: components["schemas"]["Actor"];
            disabled: components["schemas"]["Disabled"] | null;
            events: components["schemas"]["EventType"][];
            formerUntil: components["schemas"]["Instant"] | null;
            id: components["schemas"]["Id"];
            /** @enum {string} */
            include: "public" | "personal";
            position: number;
            rotations: number;
            url: string;
            version: number;
        };
        /** @description A subscription with the secret it has just been given. */
        SubscriptionSecret: {
            secret: string;
            subscription: components["schemas"]["Subscription"];
        };
        /** @description A side effect that a decision wants. */
        Task: {
            /** @enum {string} */
            _tag: "SendListingMail";
            listing: components["schemas"]["Id"];
            mail: string;
            occurrence: number;
        } | {
            /** @enum {string} */
            _tag: "SendCheckoutMail";
            checkout: components["schemas"]["Id"];
            mail: string;
            occurrence: number;
        } | {
            /** @enum {string} */
            _tag: "SendOrderMail";
            mail: string;
            occurrence: number;
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "SendDigest";
            day: string;
        } | {
            /** @enum {string} */
            _tag: "AuthorisePayment";
            checkout: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "CapturePayment";
            checkout: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "CancelPayment";
            checkout: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "BuyLabel";
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "RefundLabel";
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "BookPickup";
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "CancelPickup";
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "IssueCredit";
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "RefundOrder";
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "BuyReturnLabel";
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "CloseListing";
            completed: boolean;
            listing: components["schemas"]["Id"];
            order: components["schemas"]["Id"];
        } | {
            /** @enum {string} */
            _tag: "ReceiveScans";
            carrier: string;
            scans: {
                at: components["schemas"]["Instant"];
                detail?: string;
                place?: string;
                /** @enum {string} */
                status: "LabelCreated" | "Accepted" | "InTransit" | "OutForDelivery" | "Attempted" | "AvailableForPickup" | "Delivered" | "DeliveredToSender" | "Returning" | "Lost" | "Cancelled" | "Unknown";
                zip?: string;
            }[];
            tracking: string;
        } | {
            /** @enum {string} */
            _tag: "ReceiveChargeback";
            /** @enum {string} */
            outcome: "Open" | "Won" | "Lost";
            payment: string;
            provider: string;
        } | {
            /** @enum {string} */
            _tag: "ReceiveMailReport";
            messageId: string;
            /** @enum {string} */
            outcome: "Failed" | "Delayed" | "Delivered";
            reason: string;
            recipient: components["schemas"]["Email"];
        };
        /** @description A side effect, and how far it has come. */
        TaskView: {
            attempts: number;
            dropped: {
                at: number;
                by: components["schemas"]["Actor"];
                reason: string;
            } | null;
            dueAt: number;
            key: string;
            lastError: string | null;
            /** @enum {string} */
            status: "Waiting" | "Parked" | "Done" | "Dropped";
            task: components["schemas"]["Task"];
        };
        /** @description Why a listing of a cart can't be bought now. */
        Unavailable: {
            listing: string;
            title: string;
            /** @enum {string} */
            why: "Sold" | "Reserved" | "Gone";
        };
        /** @description Where to put one file, once, and until when. */
        Upload: {
            headers: {
                [key: string]: string;
            };
            id: string;
            /** @enum {string} */
            method: "PUT";
            until: components["schemas"]["Instant"];
            url: string;
        };
        /** @description Whether the whole journal agrees with the facts (R53). */
        Verification: {
            balances: {
                account: string;
                amount: number;
            }[];
            faults: {
                order: string;
                problem: string;
            }[];
            orders: number;
        };
        /** @description What a subscriber answered. */
        WebhookAnswer: {
            /** @enum {string} */
            _tag: "Accepted";
            status: number;
        } | {
            /** @enum {string} */
            _tag: "Refused";
            retryAfter: number | null;
            status: number;
        } | {
            /** @enum {string} */
            _tag: "Gone";
        } | {
            /** @enum {string} */
            _tag: "NoAnswer";
            reason: string;
        } | {
            /** @enum {string} */
            _tag: "AddressRefused";
            reason: string;
        };
    };
    responses: {
        /**
         * @description Bad Request. Nothing was changed.
         *
         *     - [`/problems/bad-request`](./problems/bad-request): The request is not HTTP as it should be.
         *     - [`/problems/malformed`](./problems/malformed): Some part of the request can't be read: its address, its query, a header, or a body that is no JSON.
         */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Conflict. Nothing was changed.
         *
         *     - [`/problems/wrong-state`](./problems/wrong-state): This is not open in the state in which the listing, checkout or order is now.
         *     - [`/problems/no-guest`](./problems/no-guest): The order was bought by a member who was signed in: there is no guest whom a link could be mailed to.
         *     - [`/problems/unit-already-listed`](./problems/unit-already-listed): The unit has a listing already that is not finished (R4).
         *     - [`/problems/revision-changed`](./problems/revision-changed): The seller has changed the listing since the reviewer looked at it.
         *     - [`/problems/listings-unavailable`](./problems/listings-unavailable): Some pieces of the cart are sold, held by somebody else, or no longer offered. Nothing was charged (R21).
         *     - [`/problems/payment-under-way`](./problems/payment-under-way): A payment of this checkout was begun, and its outcome is not known yet (R27).
         *     - [`/problems/deadline-not-passed`](./problems/deadline-not-passed): The seller's time to ship has not passed (R31).
         *     - [`/problems/already-shipped`](./problems/already-shipped): The carrier has the parcel already (R32, R39).
         *     - [`/problems/no-seller-to-rate`](./problems/no-seller-to-rate): The brand itself sold the piece: there is no seller to rate (R17).
         *     - [`/problems/payout-final`](./problems/payout-final): The store credit was issued, and that is final (R49).
         *     - [`/problems/already-done`](./problems/already-done): What was asked for has been done before.
         *     - [`/problems/nothing-to-repeat`](./problems/nothing-to-repeat): Nothing waits there to be set going again, or to be shown.
         */
        Conflict: {
            headers: {
                /** @description In how many seconds, or when, it makes sense to ask again; only where it does. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Forbidden. Nothing was changed.
         *
         *     - [`/problems/not-allowed`](./problems/not-allowed): Whoever asked may not do this, whatever its state.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Gone. Nothing was changed.
         *
         *     - [`/problems/hold-ended`](./problems/hold-ended): The time for which the pieces were held has ended. Nothing was charged (R21).
         */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Internal Server Error.
         *
         *     - [`/problems/internal-error`](./problems/internal-error): Something went wrong on our side. A write may have been made all the same.
         */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Not Found. Nothing was changed.
         *
         *     - [`/problems/not-found`](./problems/not-found): What was asked for does not exist, or belongs to somebody else: the two look the same.
         */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Payload Too Large. Nothing was changed.
         *
         *     - [`/problems/payload-too-large`](./problems/payload-too-large): The body is larger than is taken here: one megabyte, twelve for a photo.
         */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Payment Required. Nothing was changed.
         *
         *     - [`/problems/card-declined`](./problems/card-declined): The card was declined. Nothing was charged; the pieces are still held.
         */
        PaymentRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Precondition Failed. Nothing was changed.
         *
         *     - [`/problems/version-changed`](./problems/version-changed): The tag in `If-Match` is of another version than the one that stands now. Nothing was changed.
         */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Service Unavailable. Nothing was changed.
         *
         *     - [`/problems/overloaded`](./problems/overloaded): The server is behind with its work, and takes nothing new for the moment.
         *     - [`/problems/unreachable`](./problems/unreachable): Something the engine stands on does not answer just now.
         *     - [`/problems/busy`](./problems/busy): Many want to change the same thing at this moment. Nothing was changed.
         */
        ServiceUnavailable: {
            headers: {
                /** @description In how many seconds it makes sense to ask again. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Too Many Requests. Nothing was changed.
         *
         *     - [`/problems/too-many-requests`](./problems/too-many-requests): Too many requests came from one place in too short a time.
         *     - [`/problems/too-many-streams`](./problems/too-many-streams): Whoever asked looks on at too much at once.
         */
        TooManyRequests: {
            headers: {
                /** @description In how many seconds it makes sense to ask again. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unauthorized. Nothing was changed.
         *
         *     - [`/problems/unauthenticated`](./problems/unauthenticated): This is for people who are signed in, or the proof that was sent does not hold.
         *     - [`/problems/webhook-refused`](./problems/webhook-refused): A webhook was not let in: its signature, its age or its content is not right.
         *     - [`/problems/link-not-valid`](./problems/link-not-valid): The guest's link is not one of ours, has ended, or was revoked: the three look the same (R26).
         */
        Unauthorized: {
            headers: {
                /** @description How to sign in. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unprocessable Entity. Nothing was changed.
         *
         *     - [`/problems/photo-refused`](./problems/photo-refused): The photo can't be taken in: it is none, too small, or too large (413).
         *     - [`/problems/invalid`](./problems/invalid): The request can be read, but some of its fields hold what can't be taken.
         *     - [`/problems/membership-required`](./problems/membership-required): Only active members of the brand's loyalty programme may sell (R1).
         *     - [`/problems/not-in-purchase-history`](./problems/not-in-purchase-history): The unit is no line of the member's own purchases (R3).
         *     - [`/problems/unit-refunded`](./problems/unit-refunded): The unit was given back for a refund, and belongs to the member no more (R4).
         *     - [`/problems/category-not-taken`](./problems/category-not-taken): Pieces of this category are not sold here (R5).
         *     - [`/problems/other-brand`](./problems/other-brand): Only the brand's own pieces are sold here (R5).
         *     - [`/problems/collection-not-taken`](./problems/collection-not-taken): Pieces of this collection can't be sold here yet (R6).
         *     - [`/problems/region-refused`](./problems/region-refused): Nothing is shipped to this region, or from it (R18).
         *     - [`/problems/own-listing`](./problems/own-listing): Nobody buys their own listing (R19).
         *     - [`/problems/tender-refused`](./problems/tender-refused): This means of payment is not taken here (R23).
         *     - [`/problems/refused`](./problems/refused): A provider – the carrier, the card's bank, the issuer of gift cards – has refused.
         *     - [`/problems/key-reused`](./problems/key-reused): The `Idempotency-Key` was sent before, with another request (R56).
         */
        UnprocessableEntity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unsupported Media Type. Nothing was changed.
         *
         *     - [`/problems/unsupported-media-type`](./problems/unsupported-media-type): The body's type is not taken here.
         */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "catalogue.search": {
        parameters: {
            query?: {
                /** @description Only these categories. */
                category?: string[];
                /** @description Only these colours. */
                colour?: string[];
                /** @description Go on where the page before ended: its `next`. */
                cursor?: string;
                /** @description Only these grades; for a recommended price, the grade to price. */
                grade?: string[];
                /** @description How many at most; 50, if left out. */
                limit?: number;
                /** @description Only these materials. */
                material?: string[];
                /** @description Only the brand's own stock, or only what members sell (R17). */
                ownStock?: boolean;
                /** @description From this price on, in cents. */
                priceFrom?: number;
                /** @description Up to this price, in cents. */
                priceTo?: number;
                /** @description In which order; the newest first, if left out. */
                sort?: "Newest" | "PriceUp" | "PriceDown";
                /** @description Words that all have to occur. */
                text?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Live listings: full text, filters, sorting, page by page. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["CatalogueEntry"][];
                        next: string | null;
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "catalogue.facets": {
        parameters: {
            query?: {
                /** @description Only these categories. */
                category?: string[];
                /** @description Only these colours. */
                colour?: string[];
                /** @description Only these grades; for a recommended price, the grade to price. */
                grade?: string[];
                /** @description Only these materials. */
                material?: string[];
                /** @description Only the brand's own stock, or only what members sell (R17). */
                ownStock?: boolean;
                /** @description From this price on, in cents. */
                priceFrom?: number;
                /** @description Up to this price, in cents. */
                priceTo?: number;
                /** @description Words that all have to occur. */
                text?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many live listings there are for each value of a filter. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facets"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "buying.openCheckout": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                    listings: components["schemas"]["Id"][];
                    name: string;
                    shipTo: components["schemas"]["PostalAddress"];
                };
            };
        };
        responses: {
            /** @description Hold every piece of a cart, all or none, before any money moves. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "buying.checkout": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The checkout's key: whoever holds it may pay or let go. */
                checkout: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a checkout stands. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "buying.abandon": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The checkout's key: whoever holds it may pay or let go. */
                checkout: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let go of what is held. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "buying.pay": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The checkout's key: whoever holds it may pay or let go. */
                checkout: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tender: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Pay what is held. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkout"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            402: components["responses"]["PaymentRequired"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "buying.paymentForm": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The checkout's key: whoever holds it may pay or let go. */
                checkout: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card provider's form for the buyer's page, and what the buyer's bank asks. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentForm"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "figures.figures": {
        parameters: {
            query: {
                /** @description The first day, in the Program's zone. */
                from: string;
                /** @description The last day, with it. */
                to: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was counted day by day: listed, sold, disputed, paid out, by grade and price. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        band: number;
                        cents: number;
                        count: number;
                        day: string;
                        /** @enum {string} */
                        figure: "Submitted" | "Listed" | "Denied" | "Sold" | "Overdue" | "Cancelled" | "Disputed" | "DisputeUpheld" | "PaidOut" | "Refunded";
                        grade: string;
                        ownStock: boolean;
                        took: number;
                    }[];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "figures.figuresCsv": {
        parameters: {
            query: {
                /** @description The first day, in the Program's zone. */
                from: string;
                /** @description The last day, with it. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same as a table for spreadsheets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.askForLink": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                    order?: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.guestOrder": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order of a guest's own link. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "live.guestOrder": {
        parameters: {
            query?: never;
            header?: {
                /** @description Where a reader who was cut off had come to: what has not changed since is not told again. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order of a guest's own link as it is now, and after each change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data: string;
                        /** @enum {string} */
                        event: "changed";
                        id: string;
                    } | {
                        data: components["schemas"]["Problem"];
                        /** @enum {string} */
                        event: "gone";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process lives. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "catalogue.listing": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One listing, as its reader may see it. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingAnswer"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "live.listing": {
        parameters: {
            query?: never;
            header?: {
                /** @description Where a reader who was cut off had come to: what has not changed since is not told again. */
                "last-event-id"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A listing as it is now, and after each change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data: string;
                        /** @enum {string} */
                        event: "changed";
                        id: string;
                    } | {
                        data: components["schemas"]["Problem"];
                        /** @enum {string} */
                        event: "gone";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.myOrders": {
        parameters: {
            query: {
                /** @description In which part: what was bought, or what was sold. */
                as: "Buyer" | "Seller";
                /** @description Go on where the page before ended: its `next`. */
                cursor?: string;
                /** @description How many at most; 50, if left out. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member's orders, as buyer or as seller. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["Order"][];
                        next: string | null;
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.order": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One order, as its reader may see it. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderAnswer"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["StatedReason"];
                };
            };
        };
        responses: {
            /** @description Cancel an order and give the money back (support). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The piece is as described: pay the seller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.dispute": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                    photos: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description The piece is not as described, or did not come: stop the payout. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.explainOrder": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What may be done with an order, every deadline, and what comes if nobody acts. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.labelPdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prepaid label, to print. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.labelQr": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prepaid label, to show as a QR code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "live.order": {
        parameters: {
            query?: never;
            header?: {
                /** @description Where a reader who was cut off had come to: what has not changed since is not told again. */
                "last-event-id"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An order as it is now, and after each change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data: string;
                        /** @enum {string} */
                        event: "changed";
                        id: string;
                    } | {
                        data: components["schemas"]["Problem"];
                        /** @enum {string} */
                        event: "gone";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.bookPickup": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    date: string;
                };
            };
        };
        responses: {
            /** @description Have the carrier fetch the parcel. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.cancelPickup": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Call the pickup off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "orders.rate": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stars: number;
                    text: string | null;
                };
            };
        };
        responses: {
            /** @description Rate the sale. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "photos.upload": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Send a photo in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "photos.photo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The photo's key, as the upload answered it. */
                photo: string;
                /** @description In which size. */
                size: "list" | "detail" | "zoom";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A photo in one of its sizes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "photos.openUpload": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bytes: number;
                    /** @enum {string} */
                    type: "image/jpeg" | "image/png" | "image/webp";
                };
            };
        };
        responses: {
            /** @description Ask where one file may be put, straight into the store where it can be. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "photos.finishUpload": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The photo's key, as the upload answered it. */
                photo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that the file is there: it is taken in, and counts from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "photos.putUpload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The photo's key, as the upload answered it. */
                photo: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "catalogue.program": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The marketplace's rules that screens need: grades, categories, charge, tips. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "buying.quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    listings: components["schemas"]["Id"][];
                    shipTo: components["schemas"]["PostalAddress"];
                };
            };
        };
        responses: {
            /** @description What a cart costs at an address, and what is no longer there; reserves nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "review.queue": {
        parameters: {
            query?: {
                /** @description Go on where the page before ended: its `next`. */
                cursor?: string;
                /** @description How many at most; 50, if left out. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for review, the most urgent first. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["Listing"][];
                        next: string | null;
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "review.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    checked: string[];
                    price?: number;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Approve the revision that was looked at, perhaps at another price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "review.deny": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: components["schemas"]["StatedReason"];
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Deny a listing, with a reason. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "review.history": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What has happened to a listing, its seller's score, and what else they have listed. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: components["schemas"]["StoredEvent"][];
                        others: components["schemas"]["Listing"][];
                        score: {
                            ratings: number;
                            stars: number;
                        };
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "review.requestChanges": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: [
                        components["schemas"]["FieldFault"]
                    ];
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Ask the seller for changes, field by field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "live.reviewQueue": {
        parameters: {
            query?: never;
            header?: {
                /** @description Where a reader who was cut off had come to: what has not changed since is not told again. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for review now, and after each change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data: string;
                        /** @enum {string} */
                        event: "changed";
                        id: string;
                    } | {
                        data: components["schemas"]["Problem"];
                        /** @enum {string} */
                        event: "gone";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "review.listOwnStock": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    details: components["schemas"]["Details"];
                    product: components["schemas"]["Product"];
                };
            };
        };
        responses: {
            /** @description Offer a piece of the brand's own stock. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.myListings": {
        parameters: {
            query?: {
                /** @description Go on where the page before ended: its `next`. */
                cursor?: string;
                /** @description How many at most; 50, if left out. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member's own listings, newest first. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["Listing"][];
                        next: string | null;
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.startListing": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    unit: string;
                };
            };
        };
        responses: {
            /** @description Begin a listing from one unit of a purchase. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.acceptPrice": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agree to the reviewer's price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.editListing": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftDetails"];
            };
        };
        responses: {
            /** @description Say what the piece is like; after approval it goes back to review. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.explainListing": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What may be done with a listing, every deadline, and what comes if nobody acts. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.submitListing": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hand a listing in for review. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.withdrawListing": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The listing's key. */
                listing: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an unsold listing back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.purchases": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the member once bought, unit by unit, and what of it can be sold. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchasedUnit"][];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "selling.recommendPrice": {
        parameters: {
            query: {
                /** @description Only these grades; for a recommended price, the grade to price. */
                grade: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description A unit of the member's purchases: the line's key, a tilde, its number. */
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The recommended price of a unit in a grade, and how it comes about. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecommendedPrice"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.list": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is told of events as they happen, and how far that has come. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"][];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.subscribe": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events?: components["schemas"]["EventType"][];
                    from?: number;
                    /** @enum {string} */
                    include?: "public" | "personal";
                    url: string;
                };
            };
        };
        responses: {
            /** @description Have a receiver told of events, signed; its secret is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell somebody nothing any more, and forget how far they had come. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.edit": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events?: components["schemas"]["EventType"][];
                    /** @enum {string} */
                    include?: "public" | "personal";
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Tell somebody at another address, or of other things. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.deliveries": {
        parameters: {
            query?: {
                /** @description Go on where the page before ended: its `next`. */
                cursor?: string;
                /** @description How many at most; 50, if left out. */
                limit?: number;
                /** @description `open`: only what was not heard yet; all, if left out. */
                show?: "open" | "all";
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a receiver has come with each subject, and what it answered last. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["Delivery"][];
                        next: string | null;
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.disable": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Tell a receiver nothing any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.enable": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell a receiver again, from where it stood. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    _tag: "Position";
                    after: number;
                } | {
                    /** @enum {string} */
                    _tag: "Subject";
                    number: number;
                    subject: {
                        id: string;
                        /** @enum {string} */
                        kind: "listing" | "checkout" | "order" | "desk" | "mailbox";
                    };
                };
            };
        };
        responses: {
            /** @description Tell everything once more, from a position or a subject's number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    overlap?: number;
                };
            };
        };
        responses: {
            /** @description Give a subscription a new secret; the one before signs as well for a while. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "subscriptions.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The subscription's key. */
                subscription: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a message that says nothing, and see what is answered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.checkoutStory": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The checkout's key: whoever holds it may pay or let go. */
                checkout: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All facts and side effects of a payment. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutStory"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.findCheckouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cursor?: string;
                    email: components["schemas"]["Email"];
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description What somebody has gone to pay for, also where no order came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["DeskCheckout"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.resendCredit": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                    reference: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.findCredit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                };
            };
        };
        responses: {
            /** @description Gift cards that were issued to an address, without their codes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedCredit"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.verifyJournal": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Check the whole journal against the facts. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.clearRefusal": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.viewMailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                };
            };
        };
        responses: {
            /** @description Whether an address takes mails, and which of them its reader wants. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.operatorTasks": {
        parameters: {
            query?: {
                /** @description How many at most; 50, if left out. */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that waits for an operator. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorTask"][];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.closeIntercept": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parcel was called back, or let go. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.decideDispute": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    upheld: boolean;
                };
            };
        };
        responses: {
            /** @description Decide a dispute. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.sendLink": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mail the guest a new link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.mails": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every mail about an order that was sent, to whom and when. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: number;
                        id: string;
                        mail: string;
                        to: string;
                    }[];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.mail": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The sent mail's key, as the list of mails tells it. */
                mail: string;
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A mail that was sent, in its words; without a guest's link. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: number;
                        html: string;
                        id: string;
                        mail: string;
                        subject: string;
                        text: string;
                        to: string;
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.dropPayout": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drop the payout after a lost chargeback. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.releasePayout": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pay the seller after a lost chargeback. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.moderateRating": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    publish: boolean;
                };
            };
        };
        responses: {
            /** @description Publish a rating, or hide it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.returnReceived": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The piece came back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.repeatSide": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    what: "Label" | "LabelRefund" | "Payout" | "Refund" | "Return";
                };
            };
        };
        responses: {
            /** @description Set a label, payout, refund or return going again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.revokeLinks": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take no link any more that the guest was mailed before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.story": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All facts, money and side effects of an order. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Story"];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.verifyDelivery": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Vouch for a delivery that was in doubt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.wait": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
                /** @description The `ETag` of what was read: the change is made only while that version still stands; otherwise 412. */
                "if-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give a parcel that stalled more time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.webhooks": {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The order's key. */
                order: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What providers have told of an order's parcels and payment. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"][];
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.findOrders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credit?: string;
                    cursor?: string;
                    email?: components["schemas"]["Email"];
                    limit?: number;
                    operatorTask?: string;
                    seller?: string;
                    status?: string[];
                    tracking?: string;
                };
            };
        };
        responses: {
            /** @description Orders by e-mail, tracking number, gift card, seller, state or open task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["Order"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.listTasks": {
        parameters: {
            query?: {
                /** @description Go on where the page before ended: its `next`. */
                cursor?: string;
                /** @description How many at most; 50, if left out. */
                limit?: number;
                /** @description Only those that stand so. */
                status?: "Waiting" | "Parked" | "Done" | "Dropped";
            };
            header?: {
                /** @description The `ETag` of an earlier answer: unchanged, it is answered with 304 and no body. */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Side effects that wait, were given up, or are done. */
            200: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: components["schemas"]["TaskView"][];
                        next: string | null;
                    };
                };
            };
            /** @description Unchanged since the tag that was sent. */
            304: {
                headers: {
                    /** @description Names this very answer; where a thing has a version, the tag begins with it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "support.repeatTask": {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this write: a repeat under the same key gets the first answer, other content an error (R56). */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "webhooks.carrier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description A carrier tells of a parcel. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "webhooks.mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description Who sends mails tells of one that came back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    "webhooks.payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string;
            };
        };
        responses: {
            /** @description The card provider tells of a payment dispute. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
