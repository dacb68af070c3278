import type { Operation } from "../../contract/contract.ts";
import { isSuccess } from "../../evidence.ts";
import type { Response } from "../../model.ts";
import { controlAnswer, refusalAnswer } from "./answers.ts";
import type { DerivedMutant } from "./mutant.ts";
import type { Recorded } from "./record.ts";
import type { Change } from "./replay.ts";

/** How a whole answer may be wrong, whatever its status: its media type, its text, its shape. */
const wrongAnswers: Readonly<Record<string, (answer: Response) => Response>> = {
  "is-html": (answer) =>
    typed({ ...answer, ...text("<!doctype html><h1>Error</h1>") }, "text/html"),
  "is-called-html": (answer) => typed(answer, "text/html; charset=utf-8"),
  "is-called-text": (answer) => typed(answer, "text/plain"),
  "is-called-problem-json": (answer) => typed(answer, "application/problem+json"),
  "has-no-media-type": (answer) => typed(answer, undefined),
  "has-no-body": (answer) => ({ ...answer, ...text("") }),
  "is-truncated": (answer) => ({ ...answer, ...text(answer.body.slice(0, -1)) }),
  "is-half": (answer) => ({ ...answer, ...text(answer.body.slice(0, answer.body.length / 2)) }),
  "has-a-byte-order-mark": (answer) => ({ ...answer, ...text(`\ufeff${answer.body}`) }),
  "has-a-trailing-comma": (answer) => ({ ...answer, ...text(answer.body.replace(/\}$/, ",}")) }),
  "has-something-behind": (answer) => ({ ...answer, ...text(`${answer.body}{}`) }),
  "is-null": (answer) => ({ ...answer, ...text("null") }),
  "is-an-empty-object": (answer) => ({ ...answer, ...text("{}") }),
  "is-an-empty-list": (answer) => ({ ...answer, ...text("[]") }),
  "is-in-a-list": (answer) => ({ ...answer, ...text(`[${answer.body}]`) }),
  "is-wrapped": (answer) => ({ ...answer, ...text(`{"result":${answer.body}}`) }),
  "is-json-in-a-text": (answer) => ({ ...answer, ...text(JSON.stringify(answer.body)) }),
};

/** A body as the wire would have read it. */
function text(body: string): { readonly body: string; readonly json: unknown } {
  try {
    return { body, json: body.startsWith("\ufeff") ? undefined : JSON.parse(body) };
  } catch {
    return { body, json: undefined };
  }
}

const typed = (answer: Response, type: string | undefined): Response => ({
  ...answer,
  headers: headersWith(answer, "content-type", type),
});

function headersWith(
  { headers }: Response,
  name: string,
  value: string | undefined,
): Response["headers"] {
  const { [name]: _, ...others } = headers;
  return value === undefined ? others : { ...others, [name]: value };
}

/** Each answer of an operation, wrong as a whole: status, media type, headers, body. */
export function answerMutants(recorded: Recorded, operation: Operation): readonly DerivedMutant[] {
  const api = recorded.target.suite.api;
  const mutant = (status: string, name: string, breaks: string, change: Change): DerivedMutant => ({
    id: `${api}/${operation.id}/${status}/${name}`,
    api,
    operation: operation.id,
    breaks,
    change,
  });
  const whenever =
    (status: string, change: (answer: Response) => Response): Change =>
    (answer) =>
      String(answer.status) === status ? change(answer) : answer;
  return [...operation.responses].flatMap(([status, { content, headers }]) => {
    const here = `A ${status} of \`${operation.id}\``;
    const strange = status.startsWith("2") ? ["203", "206", "299"] : ["418", "499"];
    const others = [...operation.responses.keys()].filter((other) => other !== status);
    return [
      ...[...strange, ...others].map((other) =>
        mutant(
          status,
          `becomes-${other}`,
          `${here} becomes a ${other}.`,
          whenever(status, (answer) => ({ ...answer, status: Number(other) })),
        ),
      ),
      ...others.flatMap((other) =>
        swapped(recorded, operation, status, other).map((change) =>
          mutant(
            status,
            `becomes-a-whole-${other}`,
            `${here} becomes a ${other} with its body.`,
            change,
          ),
        ),
      ),
      ...(content.size === 0
        ? []
        : Object.entries(wrongAnswers).map(([name, change]) =>
            mutant(status, name, `${here} ${name.replaceAll("-", " ")}.`, whenever(status, change)),
          )),
      ...headers.flatMap(({ name }) =>
        [undefined, "concordat", ""].map((value) =>
          mutant(
            status,
            `${name}-${value === undefined ? "is-missing" : value || "is-empty"}`,
            `${here} has no proper ${name}.`,
            whenever(status, (answer) => ({
              ...answer,
              headers: headersWith(answer, name.toLowerCase(), value),
            })),
          ),
        ),
      ),
      ...(content.size === 0 ? [] : foreignBodies(recorded, operation, status)).map(
        ([other, body]) =>
          mutant(
            status,
            `is-that-of-${other}`,
            `${here} has the body of a \`${other}\`.`,
            whenever(status, (answer) => ({ ...answer, ...text(body) })),
          ),
      ),
    ];
  });
}

/** The same answer with another status and a body that fits it, where one was seen. */
function swapped(
  recorded: Recorded,
  operation: Operation,
  status: string,
  other: string,
): readonly Change[] {
  const instead = other.startsWith("2")
    ? controlAnswer(recorded, operation.id)
    : refusalAnswer(recorded, operation.id, Number(other));
  if (instead === undefined || (isSuccess(instead) && status.startsWith("2"))) return [];
  return [
    (answer) => (String(answer.status) === status ? { ...instead, status: Number(other) } : answer),
  ];
}

/** The first successful bodies of the other operations. */
function foreignBodies(
  { contract, exchanges }: Recorded,
  operation: Operation,
  status: string,
): readonly (readonly [string, string])[] {
  if (!status.startsWith("2")) return [];
  return [...contract.operations.keys()].flatMap((other) => {
    if (other === operation.id) return [];
    const found = exchanges.find(
      ({ call, response }) =>
        call.operationId === other && response !== undefined && isSuccess(response),
    );
    return found?.response?.body ? [[other, found.response.body] as const] : [];
  });
}
