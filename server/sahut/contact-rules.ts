import type { ContactChange } from "../../generated/sahut/types.ts";

const E164 = /^\+[1-9]\d{1,14}$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * What is wrong with a contact's members, in a sentence; undefined when nothing is.
 *
 * Silent: how strict this is. A phone number is E.164 to the letter, an email has one @ with
 * something on both sides; a contact may be without either, and share both with others.
 */
export function contactProblem({ phone, email }: ContactChange): string | undefined {
  if (typeof phone === "string" && !E164.test(phone)) {
    return `phone must be in E.164, such as +628123456789: ${phone}`;
  }
  if (typeof email === "string" && !EMAIL.test(email)) {
    return `email must be an address, such as budi@example.com: ${email}`;
  }
  return undefined;
}
