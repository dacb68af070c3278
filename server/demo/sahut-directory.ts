/** The people and places of the Sahut demo. The ids of the documentation's examples are kept. */

export const WORKSPACE = "ws_01HX0A1B2C3D4E";
export const OTHER_WORKSPACE = "ws_01HX0B2C3D4E5F";

export const SEED_CONVERSATION = "conv_01HX2B9K3M5N7P";
export const WHATSAPP = "ch_01HX1A8J2L4M6N";
export const LIVE_CHAT = "ch_01HX1B9K3M5N7P";
export const EMAIL = "ch_01HX1C0L4N6P8Q";
export const OTHER_CHANNEL = "ch_01HX1D1M5O7Q9R";
export const BUDI = "ct_01HX3C0L4N6P8Q";
/** Has never written, so that nothing of hers is open on any channel. */
export const SITI = "ct_01HX4D1M5O7Q9R";
export const OTHER_CONTACT = "ct_01HX4E2N6P8R0S";
export const SARI = "usr_01HX0Z7I1K3L5M";

export const channels = [
  { id: WHATSAPP, workspace_id: WORKSPACE, type: "whatsapp", name: "WhatsApp Utama" },
  { id: LIVE_CHAT, workspace_id: WORKSPACE, type: "live_chat", name: "Live Chat Toko" },
  { id: EMAIL, workspace_id: WORKSPACE, type: "email", name: "Email CS" },
  { id: OTHER_CHANNEL, workspace_id: OTHER_WORKSPACE, type: "whatsapp", name: "WhatsApp Cabang" },
];

export const agents = [
  { id: SARI, workspace_id: WORKSPACE, name: "Sari Dewi" },
  { id: "usr_01HX0Z8J2L4M6N", workspace_id: WORKSPACE, name: "Andi Pratama" },
  { id: "usr_01HX0Z9K3M5N7P", workspace_id: WORKSPACE, name: "Rina Wulandari" },
];
export const otherAgent = {
  id: "usr_01HX0Y1A2B3C4D",
  workspace_id: OTHER_WORKSPACE,
  name: "Dewa Putra",
};

export const team = { id: "team_01HX0W1A2B3C4D", workspace_id: WORKSPACE, name: "Sales" };

export const templates = [
  {
    id: "tmpl_order_confirmation",
    workspace_id: WORKSPACE,
    text: "Halo {{customer_name}}, pesanan {{order_id}} senilai {{total}} sudah kami terima.",
  },
];
