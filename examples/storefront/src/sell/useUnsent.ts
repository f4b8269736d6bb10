import { useEffect, useEffectEvent } from "react";
import { onLeaving } from "../routing/location.ts";
import { words } from "./words.ts";

/** Asks before what was typed is lost: by a link, a step back, or a page that is closed or loaded anew. */
export const useUnsent = (isUnsent: () => boolean, isBeingSaved: () => boolean): void => {
  const mayLeave = useEffectEvent(() => !isUnsent() || confirm(words.unsent));
  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsent() || isBeingSaved()) event.preventDefault();
  });
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent): void => warn(event);
    addEventListener("beforeunload", unload);
    const stop = onLeaving(() => mayLeave());
    return () => {
      removeEventListener("beforeunload", unload);
      stop();
    };
  }, []);
};
