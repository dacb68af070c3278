import { timestamp } from "../clock.ts";
import type { WholeContact } from "../sahut/contact-rows.ts";
import { BUDI, OTHER_CONTACT, SITI } from "./sahut-directory.ts";

/** The contacts of the documentation's examples, letter by letter. */
const documented: readonly WholeContact[] = [
  {
    id: BUDI,
    name: "Budi Santoso",
    email: "budi@example.com",
    phone: "+628123456789",
    company: "PT Contoh Indonesia",
    tags: ["vip", "reseller"],
    custom_attributes: {},
    created_at: "2024-01-10T10:00:00Z",
  },
  {
    id: SITI,
    name: "Siti Rahma",
    email: "siti@example.com",
    phone: "+628987654321",
    company: null,
    tags: ["prospect"],
    custom_attributes: { customer_tier: "silver" },
    created_at: "2024-03-15T10:00:00Z",
  },
];

const names = [
  "Agus Salim",
  "Ayu Lestari",
  "Bayu Nugroho",
  "Citra Kirana",
  "Dian Sastro",
  "Eko Prasetyo",
  "Fitri Handayani",
  "Gilang Ramadhan",
  "Hana Putri",
  "Indra Gunawan",
  "Joko Susilo",
  "Kartika Sari",
  "Lukman Hakim",
  "Maya Anggraini",
  "Nanda Saputra",
  "Oki Setiawan",
  "Putri Maharani",
  "Rizky Hidayat",
  "Ratna Dewanti",
  "Slamet Riyadi",
  "Tuti Alawiyah",
  "Umar Wirahadi",
  "Vina Melati",
  "Wahyu Hidayat",
  "Yanti Susanti",
  "Zainal Abidin",
  "Amelia Rahmawati",
  "Bambang Sutrisno",
  "Cahya Permata",
  "Desi Ratnasari",
];

/** How many of them have written, and so have conversations. The last of those has no phone. */
const TALKERS = 18;
const START = Date.parse("2024-01-11T02:00:00Z");
const HOUR = 3_600_000;
const companies = ["PT Maju Jaya", null, "CV Sinar Abadi", null, null];
const tagSets = [[], ["vip"], ["reseller"], [], ["prospect", "vip"], ["reseller", "grosir"]];
const tiers = ["gold", "silver", "bronze"];

/** More contacts than a page holds, two at a time added in the same second. */
const generated: readonly WholeContact[] = names.map((name, index) => ({
  id: `ct_01HX4F${String(index + 1).padStart(8, "0")}`,
  name,
  email: index % 4 === 3 ? null : `${name.toLowerCase().replace(" ", ".")}@example.com`,
  phone: index === TALKERS - 1 ? null : `+62812${String(34500000 + index * 7919)}`,
  company: companies[index % companies.length] ?? null,
  tags: tagSets[index % tagSets.length] ?? [],
  custom_attributes: index % 3 === 0 ? { customer_tier: tiers[(index % 7) % 3] } : {},
  created_at: timestamp(new Date(START + Math.floor(index / 2) * HOUR)),
}));

/** The contacts that the generated conversations are with. */
export const regulars = generated.slice(0, TALKERS);

/** The first workspace's contacts. */
export const contacts: readonly WholeContact[] = [...documented, ...generated];

/** The other workspace's only contact. */
export const otherContact: WholeContact = {
  id: OTHER_CONTACT,
  name: "Wayan Sudana",
  email: "wayan@example.com",
  phone: "+628111222333",
  company: null,
  tags: ["vip"],
  custom_attributes: {},
  created_at: "2024-01-10T10:00:00Z",
};
