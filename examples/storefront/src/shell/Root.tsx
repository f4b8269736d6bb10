import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Shop } from "./Shop.tsx";

/** The whole shop, with what it has been told. */
export const Root = ({ queries }: { readonly queries: QueryClient }) => (
  <QueryClientProvider client={queries}>
    <Shop />
  </QueryClientProvider>
);
