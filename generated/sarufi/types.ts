// Generated from openapi/sarufi by `npm run generate`, with openapi-typescript. Do not edit.

export interface paths {
    "/chatbots/{chatbot_id}/chat/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The chatbot's id.
                 * @example 01JMXYZ123ABC
                 */
                chatbot_id: components["parameters"]["ChatbotId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a chat session
         * @description Starts a conversation of its own with the chatbot's published flow and returns the bot's greeting.
         *     It takes no body.
         */
        post: operations["createChatSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots/{chatbot_id}/chat/sessions/{session_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The chatbot's id.
                 * @example 01JMXYZ123ABC
                 */
                chatbot_id: components["parameters"]["ChatbotId"];
                /**
                 * @description The id that creating the session returned.
                 * @example 01JPQ...
                 */
                session_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a chat message
         * @description Says something to the bot, or picks one of its buttons or list rows, and returns its answer.
         */
        post: operations["sendChatMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AudioMessage: {
            /** @constant */
            type: "audio";
            media_url: string;
        };
        BotReply: {
            /** @example 01JPQ... */
            session_id: string;
            /** @description What the bot says. */
            messages: components["schemas"]["GenericMessage"][];
            /** @example 2 */
            messages_count: number;
            /**
             * @description The name of the flow's state after this message.
             * @example faq_menu
             */
            current_state: string | null;
            timestamp: components["schemas"]["Timestamp"];
        };
        ButtonsMessage: {
            /** @constant */
            type: "buttons";
            text: string;
            buttons: {
                /** @description What goes into `button_id` when the user picks it. */
                id: string;
                title: string;
            }[];
        };
        ChatSession: {
            /** @example 01JPQ... */
            session_id: string;
            /**
             * @description Chats through this API are apart from those on any other channel.
             * @constant
             */
            channel: "api";
            created_at: components["schemas"]["Timestamp"];
            /** @description The bot's greeting. */
            messages: components["schemas"]["GenericMessage"][];
        };
        DocumentMessage: {
            /** @constant */
            type: "document";
            media_url: string;
            media_filename?: string | null;
            media_caption?: string | null;
        };
        Error: {
            /** @description The reason, for people. */
            detail: string;
        };
        /** @description One message of the bot; `type` says which other members it has. */
        GenericMessage: components["schemas"]["TextMessage"] | components["schemas"]["ButtonsMessage"] | components["schemas"]["ListMessage"] | components["schemas"]["ImageMessage"] | components["schemas"]["DocumentMessage"] | components["schemas"]["VideoMessage"] | components["schemas"]["AudioMessage"];
        ImageMessage: {
            /** @constant */
            type: "image";
            media_url: string;
            media_caption?: string | null;
        };
        ListMessage: {
            /** @constant */
            type: "list";
            text: string;
            /** @description The label that opens the list. */
            button_text: string;
            sections: {
                title: string;
                rows: {
                    /** @description What goes into `button_id` when the user picks it. */
                    id: string;
                    title: string;
                    description?: string | null;
                }[];
            }[];
        };
        /**
         * @description A request that was refused for its content. The documentation shows `detail` as a text and does not say
         *     that it is never a list of problems.
         */
        Refusal: {
            detail: string | Record<string, unknown>[];
        };
        TextMessage: {
            /** @constant */
            type: "text";
            text: string;
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC.
         * @example 2026-04-02T12:00:00Z
         */
        Timestamp: string;
        UserMessage: {
            /** @description What the user says. */
            message: string;
            /**
             * @description Counts as `button` whenever `button_id` is set.
             * @default text
             * @enum {string}
             */
            message_type?: "text" | "button";
            /** @description The id of the button or list row that the user picked. */
            button_id?: string | null;
        };
        VideoMessage: {
            /** @constant */
            type: "video";
            media_url: string;
            media_caption?: string | null;
        };
    };
    responses: {
        /** @description The request is not valid. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The chat session has been closed. */
        ChatSessionClosed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such chat session. */
        ChatSessionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such chatbot. */
        ChatbotNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API key is missing, expired or not valid. */
        InvalidKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The chatbot has no published flow, or the request is not valid. */
        NoPublishedFlow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description The key's workspace may not do this. */
        NotPermitted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The message could not be processed. */
        ProcessingFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests; wait as long as Retry-After says. */
        RateLimited: {
            headers: {
                /**
                 * @description How many seconds to wait before the next request.
                 * @example 2
                 */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A fault on Sarufi's side. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body does not fit its schema. */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
    };
    parameters: {
        /**
         * @description The chatbot's id.
         * @example 01JMXYZ123ABC
         */
        ChatbotId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AudioMessage = components['schemas']['AudioMessage'];
export type BotReply = components['schemas']['BotReply'];
export type ButtonsMessage = components['schemas']['ButtonsMessage'];
export type ChatSession = components['schemas']['ChatSession'];
export type DocumentMessage = components['schemas']['DocumentMessage'];
export type Error = components['schemas']['Error'];
export type GenericMessage = components['schemas']['GenericMessage'];
export type ImageMessage = components['schemas']['ImageMessage'];
export type ListMessage = components['schemas']['ListMessage'];
export type Refusal = components['schemas']['Refusal'];
export type TextMessage = components['schemas']['TextMessage'];
export type Timestamp = components['schemas']['Timestamp'];
export type UserMessage = components['schemas']['UserMessage'];
export type VideoMessage = components['schemas']['VideoMessage'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseChatSessionClosed = components['responses']['ChatSessionClosed'];
export type ResponseChatSessionNotFound = components['responses']['ChatSessionNotFound'];
export type ResponseChatbotNotFound = components['responses']['ChatbotNotFound'];
export type ResponseInvalidKey = components['responses']['InvalidKey'];
export type ResponseNoPublishedFlow = components['responses']['NoPublishedFlow'];
export type ResponseNotPermitted = components['responses']['NotPermitted'];
export type ResponseProcessingFailed = components['responses']['ProcessingFailed'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseUnprocessable = components['responses']['Unprocessable'];
export type ParameterChatbotId = components['parameters']['ChatbotId'];
export type $defs = Record<string, never>;
export interface operations {
    createChatSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The chatbot's id.
                 * @example 01JMXYZ123ABC
                 */
                chatbot_id: components["parameters"]["ChatbotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, with the messages that greet a new visitor. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatSession"];
                };
            };
            400: components["responses"]["NoPublishedFlow"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    sendChatMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The chatbot's id.
                 * @example 01JMXYZ123ABC
                 */
                chatbot_id: components["parameters"]["ChatbotId"];
                /**
                 * @description The id that creating the session returned.
                 * @example 01JPQ...
                 */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserMessage"];
            };
        };
        responses: {
            /** @description What the bot answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotReply"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatSessionNotFound"];
            410: components["responses"]["ChatSessionClosed"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ProcessingFailed"];
        };
    };
}
