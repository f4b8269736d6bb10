import { words } from "./words.ts";

interface Props {
  readonly title?: string;
  readonly more?: string;
}

export const NotFound = ({ title = words.notFound, more = words.notFoundMore }: Props) => (
  <section className="page narrow">
    <title>{title}</title>
    <h1>{title}</h1>
    <p>{more}</p>
    <p>
      <a className="button" href="/">
        {words.toShop}
      </a>
    </p>
  </section>
);
