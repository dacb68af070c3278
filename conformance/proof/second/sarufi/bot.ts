/** One thing that the bot says, as the API shows it. */
export type Said = Readonly<Record<string, unknown>> & { readonly type: string };

/** Where a talk can be. Without a way on, it is over. */
export interface State {
  readonly says: readonly Said[];
  /** The next state by what is picked. */
  readonly picks?: Readonly<Record<string, string>>;
  /** The next state after a text. */
  readonly otherwise?: string;
}

export interface Bot {
  readonly start: string;
  readonly states: Readonly<Record<string, State>>;
}

const row = (id: string, title: string): unknown => ({ title, id, description: null });
const button = (id: string, title: string): unknown => ({ title, id });

/** A shop: prices, which lead to two goods and there to the end, and the opening hours. */
export const shop: Bot = {
  start: "karibu",
  states: {
    karibu: {
      says: [
        { type: "image", media_url: "https://cdn.example.com/duka.png", media_caption: null },
        {
          sections: [{ title: "Duka", rows: [row("bei", "Bei"), row("saa", "Saa za kazi")] }],
          button_text: "Chagua",
          text: "Karibu dukani! Tukusaidie nini?",
          type: "list",
        },
      ],
      picks: { bei: "bei", saa: "saa" },
      otherwise: "sielewi",
    },
    sielewi: {
      says: [{ type: "text", text: "Samahani, sijaelewa. Chagua katika orodha." }],
      picks: { bei: "bei", saa: "saa" },
      otherwise: "sielewi",
    },
    saa: {
      says: [{ type: "text", text: "Tupo kuanzia saa mbili hadi saa kumi." }],
      picks: { bei: "bei", saa: "saa" },
      otherwise: "sielewi",
    },
    bei: {
      says: [
        { type: "text", text: "Bei za leo:" },
        {
          buttons: [button("sukari", "Sukari"), button("mchele", "Mchele")],
          text: "Bidhaa gani?",
          type: "buttons",
        },
      ],
      picks: { sukari: "kwaheri", mchele: "kwaheri" },
      otherwise: "sielewi",
    },
    kwaheri: { says: [{ type: "text", text: "Tutakupigia simu. Kwaheri!" }] },
  },
};
