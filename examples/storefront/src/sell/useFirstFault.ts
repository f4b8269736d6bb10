import { type RefObject, useEffect, useRef, useState } from "react";

/** Leads whoever handed in to the first thing that was found wanting, as soon as it is said on the page. */
export const useFirstFault = (form: RefObject<HTMLFormElement | null>): (() => void) => {
  const isWanted = useRef(false);
  const [, setRefusals] = useState(0);
  useEffect(() => {
    if (!isWanted.current) return;
    const fault = form.current?.querySelector<HTMLElement>("[aria-invalid=true], .faults");
    if (fault == null) return;
    isWanted.current = false;
    fault.focus({ preventScroll: true });
    fault.scrollIntoView({ block: "center" });
  });
  return () => {
    isWanted.current = true;
    setRefusals((count) => count + 1);
  };
};
