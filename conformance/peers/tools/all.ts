import type { Peer } from "../peer.ts";
import { concordatPeers } from "./concordat.ts";
import { dredd } from "./dredd.ts";
import { portman } from "./portman.ts";
import { prism } from "./prism.ts";
import { redoclyPeers } from "./redocly.ts";
import { schemathesisPeers } from "./schemathesis.ts";
import { specmaticPeers } from "./specmatic.ts";
import { vitestOpenapi } from "./vitest-openapi.ts";

/** Every tool as it is set up; ours first. */
export const peers: readonly Peer[] = [
  ...concordatPeers,
  ...schemathesisPeers,
  ...specmaticPeers,
  ...redoclyPeers,
  prism,
  portman,
  dredd,
  vitestOpenapi,
];

/** What is not tried, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  EvoMaster: "its Python package downloads the program from GitHub, where the bench does not go",
  "wiretap, Microcks, RESTler, CATS, PactFlow Drift":
    "a download of their own, a container engine, another Java, or an account",
  "openapi-response-validator, jest-openapi": "inside vitest-openapi",
};
