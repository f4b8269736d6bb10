import "./support.css";
import { useProgram } from "../api/queries.ts";
import { Only } from "../session/Only.tsx";
import { Desks } from "../shell/Desks.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Journal } from "./Journal.tsx";
import { OperatorTasks } from "./OperatorTasks.tsx";
import { ParkedTasks } from "./ParkedTasks.tsx";
import { Search } from "./Search.tsx";
import { words } from "./words.ts";

/** What waits for somebody, the oldest first, and the way to any order. */
const SupportPage = () => {
  const { data: program } = useProgram();
  return (
    <Only part="Support" title={words.title} why={words.why}>
      <div className="page support">
        <title>{words.title}</title>
        <Desks />
        <h1>{words.title}</h1>
        {program === undefined ? (
          <Waiting />
        ) : (
          <>
            <Search program={program} />
            <OperatorTasks />
            <ParkedTasks />
            <Journal program={program} />
          </>
        )}
      </div>
    </Only>
  );
};
export default SupportPage;
