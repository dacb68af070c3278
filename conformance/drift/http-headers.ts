/**
 * Response headers that an API's documentation need not mention: those of HTTP itself, of browsers, and of what stands
 * between a client and a service. Lower case.
 */
const usual = new Set(
  [
    // RFC 9110 (HTTP semantics), 18.4, and RFC 9112 (HTTP/1.1)
    "accept-ranges allow connection content-encoding content-language content-length content-location content-range",
    "content-type date etag last-modified location proxy-authenticate retry-after server trailer transfer-encoding",
    "upgrade vary via www-authenticate",
    // RFC 9111 (caching), RFC 9211 and RFC 9213 (caches between)
    "age cache-control expires pragma warning cache-status cdn-cache-control",
    // RFC 7838, RFC 8288, RFC 6265, RFC 9112 and practice: connections, links, cookies
    "alt-svc keep-alive link set-cookie",
    // RFC 6797, RFC 9163 and the Fetch, CSP, HTML, Reporting and Permissions specifications: for browsers
    "strict-transport-security expect-ct content-security-policy content-security-policy-report-only cross-origin-embedder-policy",
    "cross-origin-opener-policy cross-origin-resource-policy origin-agent-cluster permissions-policy referrer-policy",
    "report-to reporting-endpoints nel server-timing timing-allow-origin x-content-type-options x-frame-options",
    "x-xss-protection x-dns-prefetch-control x-download-options x-permitted-cross-domain-policies clear-site-data",
    "access-control-allow-credentials access-control-allow-headers access-control-allow-methods access-control-allow-origin",
    "access-control-expose-headers access-control-max-age",
    // W3C Trace Context; request ids and traces of gateways
    "traceparent tracestate traceresponse x-request-id x-correlation-id x-trace-id x-b3-traceid",
    // What servers, proxies and platforms say of themselves
    "x-powered-by x-runtime x-served-by x-cache x-cache-hits x-timer x-varnish x-envoy-upstream-service-time",
    "x-kong-proxy-latency x-kong-upstream-latency x-kong-request-id x-cloud-trace-context x-backend-server x-upstream",
    "x-response-time x-render-origin-server x-railway-edge x-railway-request-id fly-request-id",
  ].flatMap((line) => line.split(" ")),
);

/** Cloudflare, Amazon, Azure, Vercel, Netlify, Akamai, Fastly: each marks its own. */
const marks = ["cf-", "x-amz", "x-azure-", "x-ms-", "x-vercel-", "x-nf-", "x-akamai-", "x-fastly-"];

/** Whether a response header is none of an API's own. IANA's registry of field names holds the standard ones. */
export const isUsualHeader = (name: string): boolean =>
  usual.has(name) || marks.some((mark) => name.startsWith(mark));
