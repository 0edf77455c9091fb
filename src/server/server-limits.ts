/** What one server puts up with. Times in milliseconds, sizes in bytes. */
export interface ServerLimits {
  /** A request’s headers must be there by then. */
  readonly headersTimeout: number;
  /** All of a request must be there by then. */
  readonly requestTimeout: number;
  /** A connection may stay idle for so long. */
  readonly keepAliveTimeout: number;
  readonly connections: number;
  readonly headerBytes: number;
  /** A deck of 64 MiB as JSON, with room for what JSON escapes and for the annotations. */
  readonly bodyBytes: number;
  /** How often an event stream says that it is alive. */
  readonly heartbeat: number;
}

export const serverLimits: ServerLimits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connections: 256,
  headerBytes: 16 * 1024,
  bodyBytes: 160 * 1024 * 1024,
  heartbeat: 15_000,
};
