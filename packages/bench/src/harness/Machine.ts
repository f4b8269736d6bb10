import { cpus, totalmem } from "node:os";

/** Where the figures were measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  readonly node: string;
  readonly postgres: string;
  readonly fsync: string;
}

export const machine = (server: Pick<Machine, "postgres" | "fsync">): Machine => {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? "unknown",
    cores: all.length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.versions.node,
    ...server,
  };
};

export const machineText = ({ cpu, cores, memory, node, postgres, fsync }: Machine): string =>
  `${cpu}, ${cores} cores, ${memory}; Node ${node}; PostgreSQL ${postgres}, fsync ${fsync}`;
