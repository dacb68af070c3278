import fc from "fast-check";
import type { Conversation } from "./connection.ts";

/** What no proper client says, or not in this way. */
export interface WireCase extends Conversation {
  readonly name: string;
  /** How many answers it must get, where that is certain. */
  readonly answers?: number;
}

type Case = Omit<WireCase, "chunks"> & { readonly text: string | readonly string[] };

const key = "Authorization: Bearer sk_live_demo_business\r\n";
const host = "Host: 127.0.0.1\r\n";
const get = `GET /v1/contacts?per_page=1 HTTP/1.1\r\n${host}${key}\r\n`;
/** After its answer the server closes: it answers nobody who has closed his own side before. */
const lastGet = get.replace(host, `${host}Connection: close\r\n`);
const post = (headers: string, body = "") =>
  `POST /v1/contacts HTTP/1.1\r\n${host}${key}Content-Type: application/json\r\n${headers}\r\n${body}`;
const chunked = "Transfer-Encoding: chunked\r\n";

const cases: readonly Case[] = [
  // Request lines.
  { name: "words", text: "HELO server\r\n\r\n" },
  { name: "nothing but a line", text: "\r\n\r\n" },
  { name: "NULs", text: "\0\0\0\0\0\0\0\0" },
  { name: "a TLS greeting", text: "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" },
  { name: "HTTP/2's greeting", text: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" },
  { name: "HTTP/0.9", text: "GET /v1/contacts\r\n\r\n" },
  { name: "HTTP/1.0", text: get.replace("HTTP/1.1", "HTTP/1.0"), after: "wait", answers: 1 },
  { name: "HTTP/9.9", text: get.replace("HTTP/1.1", "HTTP/9.9") },
  { name: "no Host", text: get.replace(host, ""), after: "wait", answers: 1 },
  { name: "two Hosts", text: get.replace(host, host + host) },
  {
    name: "an asterisk",
    text: get.replace("GET /v1/contacts?per_page=1", "OPTIONS *"),
  },
  { name: "CONNECT", text: `CONNECT a.example:1 HTTP/1.1\r\n${host}\r\n` },
  { name: "a method that there is not", text: get.replace("GET", "GRAB") },
  ...[
    "http://a:99999999/v1/contacts",
    "http://[/v1/contacts",
    "http://127.0.0.1/v1/contacts",
    "//v1/contacts",
    "//[",
    "/v1/contacts#a",
    "?page=1",
    "/v1//contacts",
    "/v1/../v1/contacts",
    "/docs/../../package.json",
    "/docs/%2e%2e/%2e%2e/package.json",
    "/docs/%00",
    "/docs/%",
    "http://a:b/v1",
    "/v1/\u00e9\u00ff",
    `/v1/${"a".repeat(15_000)}`,
    `/v1/${"a".repeat(40_000)}`,
  ].map((target): Case => {
    const text = get.replace("/v1/contacts?per_page=1", target);
    return { name: `the target ${target.slice(0, 40)}`, text };
  }),
  // Headers.
  { name: "a header without a name", text: get.replace(host, `${host}: a\r\n`) },
  { name: "a header without a colon", text: get.replace(host, `${host}abc\r\n`) },
  { name: "a space before the colon", text: get.replace(host, `${host}A : b\r\n`) },
  { name: "a folded header", text: get.replace(host, `${host}A: b\r\n c\r\n`) },
  { name: "a NUL in a header", text: get.replace(host, `${host}A: b\0c\r\n`) },
  { name: "a bare CR in a header", text: get.replace(host, `${host}A: b\rC: d\r\n`) },
  { name: "bare LFs", text: get.replaceAll("\r\n", "\n") },
  {
    name: "a thousand headers",
    text: get.replace(host, host + "A: b\r\n".repeat(1_000)),
  },
  {
    name: "a header of a megabyte",
    text: get.replace(host, `${host}A: ${"b".repeat(2 ** 20)}\r\n`),
  },
  // Lengths.
  { name: "less than its length", text: post("Content-Length: 90\r\n", '{"name":') },
  {
    name: "more than its length",
    text: post("Content-Length: 2\r\n", '{}{"name":"a"}'),
  },
  ...["-1", "+2", "0x2", "2, 2", "2 2", "1e1", "99999999999999999999", ""].map(
    (length): Case => ({
      name: `the length ${length}`,
      text: post(`Content-Length: ${length}\r\n`, "{}"),
    }),
  ),
  {
    name: "two lengths",
    text: post("Content-Length: 2\r\nContent-Length: 3\r\n", "{} "),
  },
  {
    name: "a length and chunks",
    text: post(`Content-Length: 4\r\n${chunked}`, "2\r\n{}\r\n0\r\n\r\n"),
  },
  { name: "another encoding", text: post("Transfer-Encoding: xchunked\r\n", "{}") },
  {
    name: "chunks and another encoding",
    text: post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
  },
  {
    name: "chunks of HTTP/1.0",
    text: post(chunked, "2\r\n{}\r\n0\r\n\r\n").replace("1.1", "1.0"),
  },
  // Chunks.
  {
    name: "good chunks",
    text: post(`Connection: close\r\n${chunked}`, '8\r\n{"name":\r\n4\r\n"a"}\r\n0\r\n\r\n'),
    after: "wait",
    answers: 1,
  },
  { name: "a chunk without a size", text: post(chunked, "zz\r\n{}\r\n0\r\n\r\n") },
  { name: "a huge chunk", text: post(chunked, "ffffffffffffffff\r\n{}") },
  { name: "a chunk that breaks off", text: post(chunked, "ff\r\n{}") },
  {
    name: "a chunk with 20 KiB beside it",
    text: post(chunked, `2;a=${"b".repeat(20_480)}\r\n{}\r\n0\r\n\r\n`),
  },
  {
    name: "20 KiB of trailers",
    text: post(chunked, `2\r\n{}\r\n0\r\nA: ${"b".repeat(20_480)}\r\n\r\n`),
  },
  // Pipelines.
  { name: "ten at once", text: get.repeat(9) + lastGet, after: "wait", answers: 10 },
  { name: "ten, then nonsense", text: `${get.repeat(10)}nonsense\r\n\r\n` },
  {
    name: "a write and a read at once",
    text: post("Content-Length: 12\r\n", '{"name":"a"}') + lastGet,
    after: "wait",
    answers: 2,
  },
  {
    name: "one in two hundred pieces",
    text: [...get, ...lastGet].map(String),
    after: "wait",
    answers: 2,
  },
  // Ends.
  { name: "gone after half a head", text: get.slice(0, 40), after: "reset" },
  { name: "gone after half a body", text: post("Content-Length: 90\r\n", '{"na'), after: "reset" },
  { name: "gone before the answer", text: get, after: "reset" },
  { name: "gone before ten answers", text: get.repeat(10), after: "reset" },
];

/** Each is over only once the server loses its patience. */
const slowCases: readonly Case[] = [
  { name: "nothing at all", text: "", after: "wait" },
  { name: "half a head", text: get.slice(0, 40), after: "wait" },
  { name: "a head a byte at a time", text: get.slice(0, 60), after: "drip" },
  { name: "half a body", text: post("Content-Length: 90\r\n", '{"name":'), after: "wait" },
  { name: "a body a byte at a time", text: post("Content-Length: 9000\r\n", "{"), after: "drip" },
  { name: "chunks without an end", text: post(chunked, "2\r\n{}\r\n"), after: "wait" },
];

const wired = ({ text, ...rest }: Case): WireCase => ({
  ...rest,
  chunks: [text].flat().map((part) => Buffer.from(part, "latin1")),
});

const noise = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes): WireCase => {
  return { name: "noise", chunks: [Buffer.from(bytes)] };
});

/** A proper request, of which one byte is another. */
const flipped = fc.tuple(fc.nat(get.length - 1), fc.nat(255)).map(([at, byte]): WireCase => {
  const bytes = Buffer.from(get, "latin1");
  bytes[at] = byte;
  return { name: "one byte wrong", chunks: [bytes] };
});

export const wireCase: fc.Arbitrary<WireCase> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...cases.map(wired)) },
  { weight: 2, arbitrary: noise },
  { weight: 4, arbitrary: flipped },
  { weight: 1, arbitrary: fc.constantFrom(...slowCases.map(wired)) },
);

/** Every one that is written down, once. */
export const everyWireCase: readonly WireCase[] = [...cases, ...slowCases].map(wired);
