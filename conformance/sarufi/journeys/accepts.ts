/** The requirement that is broken where an operation refuses what is valid. */
export const accepts = (operationId: string): string =>
  `sarufi/derived/${operationId}/accepts-valid-request`;
