import type { Documented } from "./landing.ts";
import type { DocumentedRequirement } from "./requirement.ts";

/** A requirement of which nothing is known but its id, its level and what it says. */
export const requirement = (
  id: string,
  given: Partial<DocumentedRequirement> = {},
): DocumentedRequirement => ({
  id,
  level: "must",
  statement: `${id} holds.`,
  source: { section: "Guide, Things", url: "https://docs.example.com/guide" },
  operations: [],
  needs: [],
  ...given,
});

/** An API with two operations, and these requirements. */
export const documented = (...requirements: DocumentedRequirement[]): Documented => ({
  overview: {
    name: "things",
    title: "Things & more",
    version: "1.2.3",
    summary: "Keeps things.",
    server: "https://api.example.com/v1",
    operations: [
      {
        operationId: "listThings",
        method: "get",
        path: "/things",
        summary: "List things",
        tag: "Things",
        anchor: "#/things/listthings",
      },
      {
        operationId: "sweep",
        method: "delete",
        path: "/dust",
        summary: "Sweep",
        tag: "Cleaning",
        anchor: "#/cleaning/sweep",
      },
    ],
  },
  requirements,
});
