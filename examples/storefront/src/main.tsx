import "./design/index.css";
import { StrictMode, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { takeAnswers } from "./ahead/answers.ts";
import { queryClient } from "./api/queries.ts";
import { followLinks } from "./routing/location.ts";
import { Root } from "./shell/Root.tsx";

const start = (): void => {
  followLinks();
  takeAnswers(queryClient);
  const place = document.getElementById("shop");
  if (place === null) return;
  const page = (
    <StrictMode>
      <Root queries={queryClient} />
    </StrictMode>
  );
  // In small steps: between them the page answers whoever touches it.
  startTransition(() => {
    if (place.firstElementChild === null) createRoot(place).render(page);
    // What was written ahead is taken over as it stands.
    else hydrateRoot(place, page);
  });
};

// Once all modules are done: a timer that is set within them has the browser read all of them once more, to say where.
queueMicrotask(start);
