/** How a bag lies in a photo of each kind; a plain frame for kinds of which nothing is known. */
const lines: Readonly<Record<string, string>> = {
  front: "M30 46h60l6 48H24zM42 46c0-26 36-26 36 0M30 60h60M56 60v8h8v-8",
  back: "M30 46h60l6 48H24zM42 46c0-26 36-26 36 0M38 58h44v22H38z",
  inside: "M22 44h76l-8 50H30zM22 44c10 12 66 12 76 0M40 62h40M46 74h28",
  tag: "M44 30h32v60H44zM60 30V18M52 46h16M52 56h16M52 66h10",
};

/** An outline of the shot that is asked for: one sees how to hold the camera. */
export const Outline = ({ shot }: { readonly shot: string }) => (
  <svg className="outline" viewBox="0 0 120 120" aria-hidden="true">
    <path d={lines[shot.toLowerCase()] ?? "M34 34h52v52H34z"} />
    <path className="corners" d="M12 24V12h12M96 12h12v12M108 96v12H96M24 108H12V96" />
  </svg>
);
