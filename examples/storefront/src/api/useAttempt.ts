import { useRef } from "react";
import { problemOf } from "./client.ts";

interface Attempt {
  readonly content: string;
  readonly key: string;
  readonly answer: Promise<unknown>;
}

const isDecided = (error: unknown): boolean => {
  const status = problemOf(error)?.status;
  return status !== undefined && status < 500;
};

/**
 * Sends a write under the key of its attempt: pressed twice, it is sent once; repeated because its answer was lost, it is
 * answered as it was the first time (R56). Whatever is refused may be tried anew.
 */
export const useAttempt = <Content, A>(send: (content: Content, key: string) => Promise<A>) => {
  const running = useRef<Attempt>(undefined);
  const undecided = useRef<Omit<Attempt, "answer">>(undefined);
  return (content: Content): Promise<A> => {
    const text = JSON.stringify(content) ?? "";
    if (running.current?.content === text) return running.current.answer as Promise<A>;
    const key = undecided.current?.content === text ? undecided.current.key : crypto.randomUUID();
    const answer = send(content, key).then(
      (value) => {
        undecided.current = undefined;
        return value;
      },
      (error: unknown) => {
        undecided.current = isDecided(error) ? undefined : { content: text, key };
        throw error;
      },
    );
    const attempt = { content: text, key, answer };
    running.current = attempt;
    const end = (): void => {
      if (running.current === attempt) running.current = undefined;
    };
    answer.then(end, end);
    return answer;
  };
};
