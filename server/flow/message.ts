/** What a bot says: the same form on every channel. `type` decides which members there are. */
export type GenericMessage =
  | { type: "text"; text: string }
  | { type: "buttons"; text: string; buttons: Option[] }
  | { type: "list"; text: string; button_text: string; sections: Section[] }
  | { type: "image"; media_url: string; media_caption?: string }
  | { type: "document"; media_url: string; media_filename?: string; media_caption?: string }
  | { type: "video"; media_url: string; media_caption?: string }
  | { type: "audio"; media_url: string };

/** Something the user can pick: a button, or a row of a list. */
export interface Option {
  id: string;
  title: string;
  description?: string;
}

export interface Section {
  title: string;
  rows: Option[];
}

/** What a state or an action has the bot say, as its author writes it. */
export type Said = string | GenericMessage | (string | GenericMessage)[];

/** A text is a text message, and a single message a list of one. */
export function messagesOf(said: Said): GenericMessage[] {
  const all = Array.isArray(said) ? said : [said];
  return all.map((each) => (typeof each === "string" ? { type: "text", text: each } : each));
}

/** The options that a message offers. */
export function optionsOf(message: GenericMessage): Option[] {
  if (message.type === "buttons") return message.buttons;
  if (message.type === "list") return message.sections.flatMap((section) => section.rows);
  return [];
}
