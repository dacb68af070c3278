import type { RunningServer } from "./main.ts";

/** What a person needs in order to try a server that has just started. */
export function banner({ docs, control, sahut, sarufi, hasDemo }: RunningServer): string {
  const bench = control === undefined ? "" : `Control ${control.url}\n`;
  return `Docs    ${docs}
${bench}
Sahut   ${sahut.url}
${hasDemo ? aboutSahut(sahut) : ""}
Sarufi  ${sarufi.url}
${hasDemo ? aboutSarufi(sarufi) : ""}`;
}

function aboutSahut({ url, demo }: RunningServer["sahut"]): string {
  return `  key            ${demo.key}
  starter key    ${demo.starterKey}  (60 requests a minute)
  read-only key  ${demo.readOnlyKey}
  conversation   ${demo.conversationId}
  contact        ${demo.contactId}
  channel        ${demo.channelId}
  template       ${demo.templateId}

  ${curl(demo.key, `"${url}/conversations?status=open&per_page=10"`)}
`;
}

function aboutSarufi({ url, demo }: RunningServer["sarufi"]): string {
  return `  key            ${demo.key}
  strict key     ${demo.strictKey}  (no bursts)
  chatbot        ${demo.chatbotId}

  ${curl(demo.key, `-X POST "${url}/chatbots/${demo.chatbotId}/chat/sessions"`)}
`;
}

function curl(key: string, request: string): string {
  return `curl -H "Authorization: Bearer ${key}" ${request}`;
}
