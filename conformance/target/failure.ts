/** Where a request was when it failed. */
export interface Circumstances {
  readonly timeoutMs: number;
  /** Whether status and headers had come. */
  readonly began: boolean;
}

/** What the codes of Node, OpenSSL and undici mean for who asks; certificates: what the documentation of Node calls X509 error codes. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "the host's name cannot be looked up at present",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the host did not take the connection in time",
  UND_ERR_CONNECT_TIMEOUT: "the host did not take the connection in time",
  EPROTO: "what listens there does not speak TLS as it should; is the URL meant to be http?",
  ERR_SSL_WRONG_VERSION_NUMBER:
    "what listens there does not speak TLS; is the URL meant to be http?",
  ERR_SSL_PACKET_LENGTH_TOO_LONG:
    "what listens there does not speak TLS; is the URL meant to be http?",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate goes back to a self-signed one",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "who signed its certificate is not known here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "who signed its certificate is not known here",
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

/** Certificates that a user may trust all the same. */
const trustable = /SELF_SIGNED|UNABLE_TO_/;

/** Why there is no answer, as one sentence without its end, and the code for who looks it up. */
export function failureOf(error: unknown, { timeoutMs, began }: Circumstances): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") {
    const limit = `${timeoutMs / 1000} s`;
    return began
      ? `the answer began, and was not whole within ${limit}`
      : `no whole answer within ${limit}`;
  }
  const cause = error.cause instanceof Error ? error.cause : error;
  if (cause.name === "HTTPParserError")
    return "what came is not HTTP; is the URL meant to be https?";
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  return code === undefined ? cause.message : `${meaningOf(code, cause.message, began)} (${code})`;
}

function meaningOf(code: string, message: string, began: boolean): string {
  const where = began ? "in the middle of the body" : "without an answer";
  if (code === "ECONNRESET") return `the server reset the connection ${where}`;
  if (code === "EPIPE" || code === "UND_ERR_SOCKET")
    return `the server closed the connection ${where}`;
  if (code.startsWith("UND_ERR_") && code.includes("CONTENT_LENGTH"))
    return "the body is not as long as its Content-Length says";
  const meaning = meanings[code] ?? message;
  return trustable.test(code)
    ? `${meaning}; to trust it, name its authority's file in NODE_EXTRA_CA_CERTS`
    : meaning;
}
