import { useState } from "react";
import { photoUrl } from "../api/client.ts";

interface Props {
  readonly id: string | null;
  readonly size: "list" | "detail" | "zoom";
  readonly alt: string;
  readonly eager?: boolean;
  /** A few pixels of it, shown until it has come (R7). */
  readonly placeholder?: string | undefined;
}

const SIDE = { list: 480, detail: 1080, zoom: 2048 } as const;

/** A photo in its place: square and of a fixed size, so that nothing jumps when it comes. */
export const Picture = ({ id, size, alt, eager = false, placeholder }: Props) => {
  const [seen, setSeen] = useState(false);
  if (id === null) return <span className="picture" />;
  return (
    <span
      className="picture"
      data-seen={seen}
      style={placeholder === undefined ? undefined : { backgroundImage: `url("${placeholder}")` }}
    >
      <img
        src={photoUrl(id, size)}
        alt={alt}
        width={SIDE[size]}
        height={SIDE[size]}
        loading={eager ? "eager" : "lazy"}
        decoding="async"
        fetchPriority={eager ? "high" : "auto"}
        onLoad={() => setSeen(true)}
      />
    </span>
  );
};
