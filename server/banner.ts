import type { RunningServer } from "./main.ts";

/** What a person needs in order to try a server that has just started. */
export function banner({ docs, control, sahut, sarufi }: RunningServer): string {
  const list = `"${sahut.url}/conversations?status=open&per_page=10"`;
  const session = `-X POST "${sarufi.url}/chatbots/${sarufi.demo.chatbotId}/chat/sessions"`;
  const bench = control === undefined ? "" : `Control ${control.url}\n`;
  return `Docs    ${docs}
${bench}
Sahut   ${sahut.url}
  key            ${sahut.demo.key}
  starter key    ${sahut.demo.starterKey}  (60 requests a minute)
  read-only key  ${sahut.demo.readOnlyKey}
  conversation   ${sahut.demo.conversationId}
  contact        ${sahut.demo.contactId}
  channel        ${sahut.demo.channelId}
  template       ${sahut.demo.templateId}

  ${curl(sahut.demo.key, list)}

Sarufi  ${sarufi.url}
  key            ${sarufi.demo.key}
  strict key     ${sarufi.demo.strictKey}  (no bursts)
  chatbot        ${sarufi.demo.chatbotId}

  ${curl(sarufi.demo.key, session)}
`;
}

function curl(key: string, request: string): string {
  return `curl -H "Authorization: Bearer ${key}" ${request}`;
}
