/** `error`: a fault of the server. `warn`: what somebody else's fault has led to, such as a webhook that nobody receives. */
export type Level = "warn" | "error";

/** Takes a line of words for whoever runs the server. Default level: warn. */
export type Log = (line: string, level?: Level) => void;
