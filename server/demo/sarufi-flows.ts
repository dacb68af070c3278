/**
 * The flows of the Sarufi demo. The greeting and the FAQ are those of the documentation's examples.
 */

export const support = {
  initial: "greeting",
  states: {
    greeting: {
      message: [
        { type: "text", text: "Hello! How can I help you today?" },
        {
          type: "buttons",
          text: "Choose an option:",
          buttons: [
            { id: "faq", title: "FAQ" },
            { id: "support", title: "Talk to support" },
          ],
        },
      ],
      transitions: {
        faq: "faq_menu",
        support: "support",
        products: "products",
        gallery: "gallery",
        bye: "goodbye",
        default: "fallback",
      },
    },
    faq_menu: {
      message: [
        { type: "text", text: "Sure! Here are our most common questions:" },
        {
          type: "list",
          text: "Select a topic",
          button_text: "View topics",
          sections: [
            {
              title: "General",
              rows: [
                { id: "hours", title: "Business hours" },
                { id: "pricing", title: "Pricing" },
              ],
            },
          ],
        },
      ],
      transitions: {
        hours: "hours",
        pricing: "pricing",
        menu: "greeting",
        bye: "goodbye",
        default: "fallback",
      },
    },
    hours: {
      message: "We are open from Monday to Saturday, 8:00 to 17:00.",
      transitions: { faq: "faq_menu", menu: "greeting", bye: "goodbye", default: "fallback" },
    },
    pricing: {
      message: [
        "Here is our price list.",
        {
          type: "document",
          media_url: "https://files.example.com/prices.pdf",
          media_filename: "prices.pdf",
          media_caption: "Prices, all taxes included",
        },
      ],
      transitions: { faq: "faq_menu", menu: "greeting", bye: "goodbye", default: "fallback" },
    },
    products: {
      message: {
        type: "list",
        text: "Select a product category",
        button_text: "View categories",
        sections: [
          {
            title: "Electronics",
            rows: [
              { id: "phones", title: "Phones", description: "Smartphones and accessories" },
              { id: "laptops", title: "Laptops" },
            ],
          },
        ],
      },
      transitions: {
        phones: "gallery",
        laptops: "pricing",
        menu: "greeting",
        bye: "goodbye",
        default: "fallback",
      },
    },
    gallery: {
      message: {
        type: "buttons",
        text: "What would you like to see?",
        buttons: [
          { id: "image", title: "A picture" },
          { id: "video", title: "A film" },
          { id: "audio", title: "A recording" },
        ],
      },
      transitions: {
        image: "image",
        video: "video",
        audio: "audio",
        document: "pricing",
        menu: "greeting",
        bye: "goodbye",
        default: "fallback",
      },
    },
    image: {
      message: {
        type: "image",
        media_url: "https://files.example.com/shop.jpg",
        media_caption: "Our shop in Dar es Salaam",
      },
      transitions: { gallery: "gallery", menu: "greeting", bye: "goodbye", default: "gallery" },
    },
    video: {
      message: {
        type: "video",
        media_url: "https://files.example.com/tour.mp4",
        media_caption: "A tour of one minute",
      },
      transitions: { gallery: "gallery", menu: "greeting", bye: "goodbye", default: "gallery" },
    },
    audio: {
      message: { type: "audio", media_url: "https://files.example.com/welcome.mp3" },
      transitions: { gallery: "gallery", menu: "greeting", bye: "goodbye", default: "gallery" },
    },
    support: {
      message: "Tell us what it is about, and somebody will get back to you.",
      transitions: { menu: "greeting", bye: "goodbye", default: "support_noted" },
    },
    support_noted: {
      message: "Thank you, we have noted: {{variables.support}} Is there anything else?",
      transitions: { faq: "faq_menu", menu: "greeting", bye: "goodbye", default: "support_noted" },
    },
    fallback: {
      message: [
        "Sorry, I did not get that.",
        {
          type: "buttons",
          text: "Choose an option:",
          buttons: [
            { id: "faq", title: "FAQ" },
            { id: "support", title: "Talk to support" },
            { id: "gallery", title: "See and hear us" },
          ],
        },
      ],
      transitions: {
        faq: "faq_menu",
        support: "support",
        products: "products",
        gallery: "gallery",
        menu: "greeting",
        bye: "goodbye",
        default: "fallback",
      },
    },
    goodbye: { message: "Thank you for writing. Goodbye!" },
  },
};

/**
 * A map of states without a wrapper, and without a `default`: what is not understood is asked
 * again.
 */
export const booking = {
  welcome: {
    message: {
      type: "buttons",
      text: "Karibu! Do you want to book a table?",
      buttons: [
        { id: "yes", title: "Yes, please" },
        { id: "no", title: "Not today" },
      ],
    },
    transitions: { yes: "when", no: "goodbye" },
  },
  when: {
    message: "For which day?",
    transitions: { default: "booked" },
  },
  booked: {
    message: "Your table is booked. Do you want another one?",
    transitions: { yes: "when", no: "goodbye" },
  },
  goodbye: { message: "See you soon!" },
};
