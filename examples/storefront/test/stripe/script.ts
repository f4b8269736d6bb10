/**
 * What stands where a page loads Stripe's script: it does with a page what Stripe's does, as far as a buyer notices. The
 * fields and the bank's question stand in frames of Stripe's origins, and a page has to be let to all of them.
 */
export const SCRIPT = `
(() => {
  const frame = (src, title, place) => {
    const made = document.createElement("iframe");
    Object.assign(made, { src, title });
    made.style.cssText = "inline-size: 100%; block-size: 90px; border: 0";
    place.append(made);
    return made;
  };
  const heard = (from) =>
    new Promise((resolve) => {
      const hear = ({ source, data }) => {
        if (source !== from.contentWindow) return;
        removeEventListener("message", hear);
        resolve(data);
      };
      addEventListener("message", hear);
    });
  const ask = async (path, body) => {
    const answer = await fetch("https://api.stripe.com" + path, { method: "POST", body: new URLSearchParams(body) });
    return answer.json();
  };
  const Stripe = (key) => ({
    elements: (options) => {
      const fields = { frame: undefined, ready: () => undefined };
      return {
        options,
        fields,
        create: () => ({
          on: (name, handler) => {
            if (name === "ready") fields.ready = handler;
          },
          mount: (place) => {
            fields.frame = frame("https://js.stripe.com/fields.html", "Secure payment input frame", place);
            fields.frame.addEventListener("load", () => fields.ready());
          },
          destroy: () => fields.frame?.remove(),
        }),
        update: () => undefined,
        submit: async () => {
          const told = heard(fields.frame);
          fields.frame.contentWindow.postMessage("submit", "https://js.stripe.com");
          fields.number = await told;
          return fields.number === ""
            ? { error: { type: "validation_error", message: "Your card number is incomplete." } }
            : {};
        },
      };
    },
    createConfirmationToken: async ({ elements }) => {
      const { amount, currency } = elements.options;
      const token = await ask("/v1/confirmation_tokens", { key, amount, currency, number: elements.fields.number });
      return { confirmationToken: token };
    },
    handleNextAction: async ({ clientSecret }) => {
      const question = frame("https://hooks.stripe.com/question.html", "Your bank", document.body);
      question.style.cssText = "position: fixed; inset: auto 0 0; inline-size: 100%; block-size: 150px; background: #fff";
      const says = await heard(question);
      const answered = await ask("/v1/answers", { clientSecret, says });
      question.remove();
      return answered;
    },
  });
  Stripe.version = "endive";
  window.Stripe = Stripe;
})();
`;

const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>A frame of Stripe's</title><body>${body}</body></html>`;

/** The card's fields. */
export const FIELDS = page(`
  <label>Card number <input autocomplete="cc-number" inputmode="numeric"></label>
  <p role="alert"></p>
  <script>
    addEventListener("message", ({ source, origin }) => {
      const number = document.querySelector("input").value;
      document.querySelector("p").textContent = number === "" ? "Your card number is incomplete." : "";
      source.postMessage(number, origin);
    });
  </script>`);

/** What the bank asks. */
export const QUESTION = page(`
  <h1>Is it you who pays?</h1>
  <button>Yes, it is me</button> <button>No</button>
  <script>
    for (const button of document.querySelectorAll("button")) {
      button.addEventListener("click", () => parent.postMessage(button.textContent === "No" ? "no" : "yes", "*"));
    }
  </script>`);
