import { useSyncExternalStore } from "react";
import { words } from "./words.ts";

const onChange = (listener: () => void): (() => void) => {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
};

/** Says that the network is away: questions and commands wait meanwhile, and go on by themselves. */
export const Network = () => {
  const isOnline = useSyncExternalStore(
    onChange,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {isOnline ? null : (
        <p className="offline">
          <strong>{words.offline}</strong> {words.offlineMore}
        </p>
      )}
    </div>
  );
};
