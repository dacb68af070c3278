import { type Check, check } from "../check.ts";
import { at, control, listAt, refusedWith } from "../evidence.ts";
import { missingFixture } from "../obstacles.ts";
import { broken, defined } from "./flow-drafts.ts";
import { has } from "./members.ts";

/** What the documentation promises of validation. */
export const flowValidationChecks: readonly Check[] = [
  check("sarufi/flows/documented-form-is-valid", defined, ({ validated, documented }) =>
    documented
      ? has(validated, "The documentation's form of a flow", { valid: true })
      : missingFixture("flow", "the one that is configured stands in for the documented form"),
  ),
  check("sarufi/flows/validating-changes-nothing", defined, ({ validated, read }) => {
    control(validated);
    return has(read, "A flow, once it was validated", { status: "draft" });
  }),
  check("sarufi/flows/dangling-transition-is-an-error", broken, ({ validated }) =>
    has(validated, "A flow that leads nowhere", { valid: false }),
  ),
  check("sarufi/flows/valid-means-without-errors", broken, ({ validated }, { evidence }) =>
    [validated, evidence(defined).validated].flatMap((each) =>
      has(each, "A validated flow", { valid: listAt(each, "errors").length === 0 }),
    ),
  ),
  check("sarufi/flows/missing-default-is-a-warning", broken, ({ warned }) =>
    listAt(warned, "warnings").some((each) => String(at(each, "path")).includes("greet_user"))
      ? []
      : has(warned, "A state without a default transition", {
          warnings: "one with the state in its path",
        }),
  ),
  check("sarufi/flows/errors-are-not-published", broken, ({ validated, published, read }) => {
    if (at(control(validated).json, "valid") === true)
      missingFixture("flow", "the target finds no error in a flow that leads nowhere");
    return [
      ...refusedWith(published, [400, 409, 422]),
      ...has(read, "A flow with errors", { status: "draft" }),
    ];
  }),
];
