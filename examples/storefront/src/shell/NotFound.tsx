import { words } from "./words.ts";

interface Props {
  readonly title?: string;
  readonly more?: string;
  /** Where to go from here, and how it is called. */
  readonly way?: readonly [href: string, label: string];
}

export const NotFound = ({
  title = words.notFound,
  more = words.notFoundMore,
  way = ["/", words.toShop],
}: Props) => (
  <section className="page narrow">
    <title>{title}</title>
    <h1>{title}</h1>
    <p>{more}</p>
    <p>
      <a className="button" href={way[0]}>
        {way[1]}
      </a>
    </p>
  </section>
);
