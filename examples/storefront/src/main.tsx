import "./design/index.css";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { takeAnswers } from "./ahead/answers.ts";
import { queryClient } from "./api/queries.ts";
import { followLinks } from "./routing/location.ts";
import { Root } from "./shell/Root.tsx";

followLinks();
takeAnswers(queryClient);
const place = document.getElementById("shop");
if (place !== null) {
  const page = (
    <StrictMode>
      <Root queries={queryClient} />
    </StrictMode>
  );
  // What was written ahead is taken over as it stands.
  if (place.firstElementChild === null) createRoot(place).render(page);
  else hydrateRoot(place, page);
}
