import type { ProbeContext } from "../probe.ts";

/** How a deployment writes flow definitions, found by trying. */
export type Form = (text: string, second: string) => object;

/**
 * Two states that say the same, whichever of them is the first (no text says which), and lead to each other by
 * `default`, the only transition that is documented.
 */
const states: Form = (text, second) => ({
  greet_user: { message: text, actions: [], transitions: { default: second } },
  [second]: { message: text, actions: [], transitions: { default: "greet_user" } },
});

/** A map of states, as the documentation's text has it, and one with the wrapper that its other examples suggest. */
export const documentedForms: readonly Form[] = [
  states,
  (text, second) => ({ states: states(text, second) }),
];

/** The forms to try: the documented ones, or the one that the user gives. */
export async function formsOf({ optionalFixture }: ProbeContext): Promise<readonly Form[]> {
  const [template] = await optionalFixture("flow");
  if (template === undefined) return documentedForms;
  return [(text): object => Object(JSON.parse(template.replaceAll("CONCORDAT", text)))];
}

/** The same flow with a transition to a state that it does not have. */
export const brokenFlow = (form: Form): object =>
  JSON.parse(
    JSON.stringify(form("Concordat", "thank_user")).replace(
      '"default":"thank_user"',
      '"default":"nowhere"',
    ),
  );

/** The same flow, its first state without a `default`. */
export const flowWithoutDefault = (form: Form): object =>
  JSON.parse(
    JSON.stringify(form("Concordat", "thank_user")).replace(
      '"default":"thank_user"',
      '"yes":"thank_user"',
    ),
  );
