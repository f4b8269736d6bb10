/**
 * Answers that were given before, by the number asked: so many at most, each in a place of its own, where a newer answer
 * takes the place of an older one. What is asked of one moment is asked of its neighbours, and they lie side by side.
 */
export interface Memory<A> {
  readonly questions: Float64Array;
  readonly answers: Array<A | undefined>;
}

/** A power of two: the last bits of a number are its place. */
const PLACES = 1024;

/** A memory of nothing. */
export const forgetful = <A>(): Memory<A> => ({
  questions: new Float64Array(PLACES).fill(Number.NaN),
  answers: new Array<A | undefined>(PLACES).fill(undefined),
});

/** What was answered to a question; nothing, where it was not asked, or was forgotten. */
export const recalled = <A>({ questions, answers }: Memory<A>, question: number): A | undefined => {
  const place = question & (PLACES - 1);
  return questions[place] === question ? answers[place] : undefined;
};

/** The answer, kept for the next who asks. */
export const remembered = <A>({ questions, answers }: Memory<A>, question: number, answer: A): A => {
  const place = question & (PLACES - 1);
  questions[place] = question;
  answers[place] = answer;
  return answer;
};
