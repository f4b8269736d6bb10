import { photoUrl } from "../api/client.ts";

interface Props {
  readonly id: string | null;
  readonly size: "list" | "detail" | "zoom";
  readonly alt: string;
  readonly eager?: boolean;
  /** How wide it is shown, as CSS says it for each window: a sharp or a large screen then takes a larger size. */
  readonly sizes?: string;
  /** A few pixels of it, shown until it has come (R7). */
  readonly placeholder?: string | undefined;
}

/** The longest side of each size, in pixels, as photos are taken in. */
const SIDE = { list: 480, detail: 1200, zoom: 2400 } as const;
const NEXT = { list: ["list", "detail"], detail: ["list", "detail", "zoom"], zoom: ["zoom"] } as const;

const sourcesOf = (id: string, size: keyof typeof SIDE): string =>
  NEXT[size].map((each) => `${photoUrl(id, each)} ${SIDE[each]}w`).join(", ");

/**
 * A photo in its place: square and of a fixed size, so that nothing jumps when it comes. It is shown as it comes,
 * without any script.
 */
export const Picture = ({ id, size, alt, eager = false, sizes, placeholder }: Props) =>
  id === null ? (
    <span className="picture" />
  ) : (
    <span
      className="picture"
      style={placeholder === undefined ? undefined : { backgroundImage: `url("${placeholder}")` }}
    >
      <img
        {...(sizes === undefined ? {} : { sizes, srcSet: sourcesOf(id, size) })}
        src={photoUrl(id, size)}
        alt={alt}
        width={SIDE[size]}
        height={SIDE[size]}
        loading={eager ? "eager" : "lazy"}
        decoding="async"
        fetchPriority={eager ? "high" : "auto"}
      />
    </span>
  );
