import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What this process counts, in Prometheus' form. Others may add measures of their own to `registry`. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'coact_request_duration_seconds',
    help: 'How long requests took, by operation and HTTP status.',
    labelNames: ['operation', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const readers = new Gauge({ name: 'coact_event_stream_readers', help: 'Open event streams.', registers: [registry] });
  return {
    registry,
    observe: (operation: string, status: number, seconds: number) =>
      durations.labels(operation, String(status)).observe(seconds),
    readers,
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
