import { useProgram } from "../api/queries.ts";
import { useCart } from "../cart/cart.ts";
import { usePath } from "../routing/location.ts";
import { useSession } from "../session/session.ts";
import { words } from "./words.ts";

const linksOf = (part: string | undefined): ReadonlyArray<readonly [string, string]> => [
  ["/", words.shop],
  ...(part === "Reviewer" || part === "Support" ? [] : ([["/sell", words.sell]] as const)),
  ...(part === "Member" ? ([["/orders", words.orders]] as const) : []),
  ...(part === "Reviewer" ? ([["/desk/review", words.review]] as const) : []),
  ...(part === "Support" ? ([["/desk/support", words.support]] as const) : []),
];

const isCurrent = (href: string, path: string): boolean =>
  href === "/" ? path === "/" || path.startsWith("/listings/") : path.startsWith(href);

export const Header = () => {
  const { data: program } = useProgram();
  const signedIn = useSession();
  const path = usePath();
  const cart = useCart();
  return (
    <header className="header">
      <a className="wordmark" href="/" aria-label={program === undefined ? words.shop : undefined}>
        <span>{program?.brand ?? " "}</span> <em>{program?.name ?? ""}</em>
      </a>
      <nav aria-label={words.primary}>
        {linksOf(signedIn?.part).map(([href, label]) => (
          <a key={href} href={href} aria-current={isCurrent(href, path) ? "page" : undefined}>
            {label}
          </a>
        ))}
        <a className="end" href="/account" aria-current={path === "/account" ? "page" : undefined}>
          {signedIn === undefined ? words.signIn : words.account(signedIn.name)}
        </a>
        <a href="/cart" aria-current={path === "/cart" ? "page" : undefined}>
          {words.cart(cart.length)}
        </a>
      </nav>
    </header>
  );
};
