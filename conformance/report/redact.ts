/**
 * Makes a function that takes secrets out of a JSON-like value: every string in it, member names included, comes back
 * with its secrets replaced by their placeholders. Secrets are found as they are and in the forms in which they
 * travel: escaped in JSON, percent-encoded, and in base64; what is shorter than eight characters only where no letter,
 * digit, `_` or `-` adjoins, since it stands in any text by chance. It never throws, and leaves its argument as it is.
 *
 * @param secrets each secret with its placeholder, such as `$SAHUT_KEY`; an empty secret is ignored
 * @example
 * const redact = redactor(new Map([["sk_live_1234", "$SAHUT_KEY"]]));
 * redact({ authorization: "Bearer sk_live_1234" }); // { authorization: "Bearer $SAHUT_KEY" }
 * redact("Basic c2tfbGl2ZV8xMjM0Og=="); // "Basic base64($SAHUT_KEY:)"
 */
export function redactor(secrets: ReadonlyMap<string, string>): <T>(value: T) => T {
  const placeholders = new Map<string, string>();
  for (const [secret, placeholder] of secrets) {
    for (const [form, shown] of formsOf(secret, placeholder)) {
      if (form !== "" && !placeholders.has(form)) placeholders.set(form, shown);
    }
  }
  // The longest first: a secret inside another one must not tear it apart.
  const forms = [...placeholders].sort(([a], [b]) => b.length - a.length);
  // Redaction keeps the shape: objects, arrays and strings come back as objects, arrays and strings.
  return <T>(value: T) => redacted(value, forms) as T;
}

/** A shorter form is looked for as a word. */
const shortest = 8;

const wordOf = (form: string): RegExp =>
  new RegExp(`(?<![\\w-])${form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}(?![\\w-])`);

type Form = readonly [text: string, placeholder: string];

function redacted(value: unknown, forms: readonly Form[]): unknown {
  if (typeof value === "string") return withoutForms(value, forms);
  if (Array.isArray(value)) return value.map((item) => redacted(item, forms));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, member]) => [withoutForms(name, forms), redacted(member, forms)]),
  );
}

/** Cuts the text at every form in turn, so that a placeholder, once set, is not searched again. */
function withoutForms(text: string, forms: readonly Form[], from = 0): string {
  for (const [index, [form, placeholder]] of forms.entries()) {
    if (index < from || !text.includes(form)) continue;
    const pieces = text.split(form.length < shortest ? wordOf(form) : form);
    if (pieces.length === 1) continue;
    return pieces.map((piece) => withoutForms(piece, forms, index + 1)).join(placeholder);
  }
  return text;
}

function* formsOf(secret: string, placeholder: string): Generator<Form> {
  for (const text of new Set([secret, secret.trim()])) {
    if (text === "") continue;
    for (const form of [text, ...jsonForms(text), ...percentForms(text)]) yield [form, placeholder];
    yield* base64Forms(text, placeholder);
  }
}

/** As members of JSON, plain and with all that may be escaped; once, and once more for JSON inside JSON. */
function jsonForms(secret: string): string[] {
  const once = (text: string): string[] => {
    const plain = JSON.stringify(text).slice(1, -1);
    const ascii = plain.replace(/[^ -~]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`);
    return [plain, ascii].flatMap((form) => [form, form.replaceAll("/", "\\/")]);
  };
  return once(secret).flatMap((form) => [form, ...once(form)]);
}

/** In a path, a query or a form: encoded where needed or throughout, with either case of the digits. */
function percentForms(secret: string): string[] {
  // A lone surrogate has no percent-encoding; it travels as U+FFFD.
  const text = secret.toWellFormed();
  const throughout = [...Buffer.from(text)]
    .map((byte) => `%${hex(byte, 2).toUpperCase()}`)
    .join("");
  const form = new URLSearchParams({ "": text }).toString().slice(1);
  return [encodeURIComponent(text), encodeURI(text), form, throughout].flatMap((encoded) => [
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (digits) => digits.toLowerCase()),
  ]);
}

/** Alone and as either half of Basic credentials; then, for any other text around it, what is the same in all. */
function* base64Forms(secret: string, placeholder: string): Generator<Form> {
  for (const [text, shown] of [
    [`${secret}:`, `base64(${placeholder}:)`],
    [`:${secret}`, `base64(:${placeholder})`],
    [secret, `base64(${placeholder})`],
  ] as const) {
    const encoded = Buffer.from(text).toString("base64");
    for (const form of [encoded, encoded.replace(/=+$/, "")]) {
      yield [form, shown];
      yield [form.replaceAll("+", "-").replaceAll("/", "_"), shown];
    }
  }
  const bytes = Buffer.from(secret);
  for (const before of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64url");
    const core = encoded.slice(
      Math.ceil((before * 8) / 6),
      Math.floor(((before + bytes.length) * 8) / 6),
    );
    // A shorter one may stand in any text by chance.
    if (core.length < shortest) continue;
    yield [core, `base64(${placeholder})`];
    yield [core.replaceAll("-", "+").replaceAll("_", "/"), `base64(${placeholder})`];
  }
}

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");
