import "./design/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/queries.ts";
import { followLinks } from "./routing/location.ts";
import { fetchAhead, hurry } from "./routing/routes.ts";
import { Shop } from "./shell/Shop.tsx";

hurry();
followLinks();
fetchAhead();
const place = document.getElementById("shop");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Shop />
      </QueryClientProvider>
    </StrictMode>,
  );
}
