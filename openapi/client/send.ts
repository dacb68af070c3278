/** Sends a request: `fetch`, or what stands in its place. */
export type Send = (request: Request) => Promise<Response>;
