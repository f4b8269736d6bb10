import { type ReactNode, Suspense, useEffect, useLayoutEffect, useRef } from "react";
import { navigate, takeScroll, usePath } from "../routing/location.ts";
import { routeOf } from "../routing/routes.ts";
import { onExpiry } from "../session/session.ts";
import { Announcer } from "./Announcer.tsx";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { Mishap } from "./Mishap.tsx";
import { Network } from "./Network.tsx";
import { NotFound } from "./NotFound.tsx";
import { useKeptFocus } from "./useKeptFocus.ts";
import { Waiting } from "./Waiting.tsx";
import { words } from "./words.ts";

const PATIENCE = 1500;

/** A new page begins at its top, one returned to where it was left: as soon as it is long enough again. */
const useScroll = (path: string): void => {
  useLayoutEffect(() => {
    const y = takeScroll();
    if (y === undefined) return;
    const until = performance.now() + PATIENCE;
    const settle = (): void => {
      scrollTo({ top: y, behavior: "instant" });
      if (Math.abs(scrollY - y) > 2 && performance.now() < until) requestAnimationFrame(settle);
    };
    settle();
  }, [path]);
};

const Main = ({ path, children }: { readonly path: string; readonly children: ReactNode }) => {
  const main = useRef<HTMLElement>(null);
  const first = useRef(path);
  useKeptFocus(main);
  useEffect(() => {
    if (first.current === path) return;
    first.current = "";
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1}>
      {children}
    </main>
  );
};

/** Whoever was signed out by time signs in again, and comes back to where they were. */
const useExpiry = (): void =>
  useEffect(() =>
    onExpiry(() => {
      const then = encodeURIComponent(location.pathname + location.search);
      if (location.pathname !== "/account") navigate(`/account?expired&then=${then}`, { replace: true });
    }),
  );

/** The frame around every page. */
export const Shop = () => {
  const path = usePath();
  useScroll(path);
  useExpiry();
  const found = routeOf(path);
  const Page = found?.page;
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <Header />
      <Network />
      <Announcer />
      <Main path={path}>
        <Mishap key={path}>
          <Suspense fallback={<Waiting />}>
            {found !== undefined && Page !== undefined ? (
              <Page key={path} params={found.params} />
            ) : (
              <NotFound />
            )}
          </Suspense>
        </Mishap>
      </Main>
      <Footer />
    </>
  );
};
