import { monitorEventLoopDelay } from "node:perf_hooks";
import { Context, Metric } from "effect";

const everywhere = Context.empty();

const gauge = (name: string, description: string) => Metric.gauge(name, { description });

const resident = gauge("process_resident_memory_bytes", "What the process holds in memory.");
const heap = gauge("nodejs_heap_used_bytes", "What JavaScript holds of it.");
const cpu = gauge("process_cpu_seconds_total", "Processor time the process has had.");
const started = gauge("process_start_time_seconds", "When the process began, in seconds since 1970.");
const lag = gauge(
  "nodejs_eventloop_lag_p99_seconds",
  "How late the event loop was, since it was last asked.",
);

/** What an operating system would tell of this process, and how late its event loop is. */
export const lookAtProcess = () => {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  started.updateUnsafe(Math.round(Date.now() / 1000 - process.uptime()), everywhere);
  return {
    look: (): void => {
      const { rss, heapUsed } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      resident.updateUnsafe(rss, everywhere);
      heap.updateUnsafe(heapUsed, everywhere);
      cpu.updateUnsafe((user + system) / 1_000_000, everywhere);
      // Of an interval of 20 ms what is above it is delay.
      const late = Number.isFinite(delay.percentile(99)) ? delay.percentile(99) / 1e9 - 0.02 : 0;
      lag.updateUnsafe(Math.max(0, late), everywhere);
      delay.reset();
    },
    stop: (): void => {
      delay.disable();
    },
  };
};
