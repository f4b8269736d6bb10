import "./design/index.css";
import "./browse/browse.css";
import "./browse/filters.css";
import "./browse/search.css";
import "./photos/photos.css";
import "./piece/piece.css";

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

// A telephone takes a while to read each of these: between them it answers whoever touches the page. The page has told
// the browser of all of them already.
void import("react-dom/client")
  .then(pause)
  .then(() => import("./start.tsx"))
  .then(async ({ start }) => {
    await pause();
    start();
  });
