import { Component, type ReactNode } from "react";
import { wordsOf } from "../api/client.ts";
import { words } from "./words.ts";

interface Props {
  readonly children: ReactNode;
}

/** A page that fails takes nothing else with it. */
export class Mishap extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <section className="page narrow" role="alert">
        <h1>{words.mishap}</h1>
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.again}
        </button>
      </section>
    );
  }
}

/** What a question came to instead of an answer, with a way to repeat it. */
export const Failed = ({ error, again }: { readonly error: unknown; readonly again?: () => unknown }) => (
  <div className="notice bad" role="alert">
    <p>{wordsOf(error)}</p>
    {again === undefined ? null : (
      <button type="button" className="button quiet" onClick={() => again()}>
        {words.again}
      </button>
    )}
  </div>
);
