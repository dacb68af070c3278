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
    "/chatbots/{chatbot_id}/conversations": {
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
        /**
         * List conversations
         * @description One page of the chatbot's conversations, narrowed by the filters that are given.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots/{chatbot_id}/conversations/{conversation_id}": {
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
                 * @description The conversation's id.
                 * @example 01JPQ...
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /**
         * Get a conversation
         * @description One conversation, as lists show it.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots/{chatbot_id}/conversations/{conversation_id}/messages": {
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
                 * @description The conversation's id.
                 * @example 01JPQ...
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /**
         * List the messages of a conversation
         * @description One page of what was said, the oldest first. A record holds what the user said and what was answered.
         */
        get: operations["listConversationMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whose key it is
         * @description The workspace that the key belongs to, and the key itself, masked.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List chatbots
         * @description One page of the workspace's chatbots, in short.
         */
        get: operations["listChatbots"];
        put?: never;
        /**
         * Create a chatbot
         * @description Makes a chatbot. Until a flow is published it does not talk.
         */
        post: operations["createChatbot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots/{chatbot_id}": {
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
        /**
         * Get a chatbot
         * @description One chatbot.
         */
        get: operations["getChatbot"];
        put?: never;
        post?: never;
        /**
         * Delete a chatbot
         * @description Deletes the chatbot with its flows and its conversations, for good.
         */
        delete: operations["deleteChatbot"];
        options?: never;
        head?: never;
        /**
         * Change a chatbot
         * @description Changes what is given and nothing else.
         */
        patch: operations["updateChatbot"];
        trace?: never;
    };
    "/chatbots/{chatbot_id}/stats": {
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
        /**
         * Get the figures of a chatbot
         * @description How much the chatbot has talked.
         */
        get: operations["getChatbotStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots/{chatbot_id}/flows": {
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
        /**
         * List flows
         * @description The chatbot's flows, without their definitions. There are no pages.
         */
        get: operations["listFlows"];
        put?: never;
        /**
         * Create a flow
         * @description Makes a draft; blank, unless a definition is given.
         */
        post: operations["createFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots/{chatbot_id}/flows/{flow_id}": {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        /**
         * Get a flow
         * @description One flow with its definition.
         */
        get: operations["getFlow"];
        put?: never;
        post?: never;
        /**
         * Delete a flow
         * @description Deletes the flow, a published one too; what runs by it gets no more answers.
         */
        delete: operations["deleteFlow"];
        options?: never;
        head?: never;
        /**
         * Change a flow
         * @description Changes the name, or replaces the whole definition.
         */
        patch: operations["updateFlow"];
        trace?: never;
    };
    "/chatbots/{chatbot_id}/flows/{flow_id}/validate": {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate a flow
         * @description Tells whether the flow could be published, and changes nothing. It takes no body.
         */
        post: operations["validateFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatbots/{chatbot_id}/flows/{flow_id}/publish": {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a flow
         * @description Makes the flow the one that the chatbot talks by. One with errors is refused. It takes no body.
         */
        post: operations["publishFlow"];
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
        /** @description The workspace that the key belongs to, and the key. */
        Account: {
            workspace: {
                /** @example 01JMXYZ123ABC */
                id: string;
                /** @example Acme Corp */
                name: string;
                /**
                 * @description `free`, `starter` and `pro` are shown; the list is open.
                 * @example pro
                 */
                plan?: string;
                created_at?: components["schemas"]["Timestamp"];
            } & unknown;
            api_key: {
                /**
                 * @description Masked.
                 * @example sk-••••••••••••••••
                 */
                key: string;
                created_at?: components["schemas"]["Timestamp"];
                /**
                 * Format: date-time
                 * @example 2026-02-20T08:30:00Z
                 */
                last_used_at?: string | null;
            } & unknown;
        };
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
        Chatbot: {
            /** @example 01JMXYZ123ABC */
            id: string;
            /** @example 01JMWXY456DEF */
            workspace_id: string;
            /**
             * @description No two chatbots of a workspace have the same.
             * @example Support Bot
             */
            name: string;
            description?: string | null;
            /** @example support */
            category?: string | null;
            /** @example whsec_abc123... */
            webhook_secret: string;
            is_active: boolean;
            created_at: components["schemas"]["Timestamp"];
            /** Format: date-time */
            updated_at?: string | null;
        } & unknown;
        /** @description What is to change; what is left out stays as it is. */
        ChatbotChange: {
            name?: string;
            description?: string;
            category?: string;
        };
        ChatbotPage: {
            items: components["schemas"]["ChatbotSummary"][];
            next_cursor?: components["schemas"]["NextCursor"];
            /**
             * @description How many chatbots there are.
             * @example 1
             */
            total: number;
        };
        ChatbotStats: {
            /** @example 01JMXYZ123ABC */
            id: string;
            /** @example Support Bot */
            name: string;
            is_active: boolean;
            stats: {
                /** @example 1240 */
                total_conversations: number;
                /** @example 8765 */
                total_messages: number;
                /**
                 * @description Users in the last seven days.
                 * @example 342
                 */
                active_users_7d: number;
            };
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description A chatbot as lists show it. */
        ChatbotSummary: {
            /** @example 01JMXYZ123ABC */
            id: string;
            /** @example Support Bot */
            name: string;
            description?: string | null;
            is_active: boolean;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description All that was said with one user on one channel. */
        Conversation: {
            /** @example 01JPQ... */
            id: string;
            /** @example 01JMXYZ123ABC */
            chatbot_id: string;
            /** @example +255712345678 */
            user_phone?: string | null;
            /** @example John */
            contact_name?: string | null;
            /**
             * @description Where the user writes. `whatsapp`, `web`, `sms` and `api` are named; the list is open.
             * @example whatsapp
             */
            channel: string;
            status: components["schemas"]["ConversationStatus"];
            /** @example 01JRS... */
            last_message_id?: string | null;
            /**
             * Format: date-time
             * @example 2026-02-18T14:35:00Z
             */
            last_message_at?: string | null;
            /** @example Thanks for your help! */
            last_message_preview?: string | null;
            /** @example 2 */
            unread_count?: number | null;
            created_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @example 2026-02-18T14:35:00Z
             */
            updated_at?: string | null;
        } & unknown;
        /** @description One exchange, what the user said and what was answered. */
        ConversationMessage: {
            /** @example 01JRS... */
            id: string;
            /** @example 01JPQ... */
            conversation_id: string;
            /** @description What the user said; null where the bot spoke first. */
            message: {
                text?: string;
            } | null;
            /** @description The answer. How several messages stand in one object is not documented. */
            response: Record<string, unknown> | null;
            /**
             * @description `text`, `image` and `document` are named; the list is open.
             * @example text
             */
            message_type: string;
            /** @enum {string} */
            responder: "BOT" | "HUMAN";
            received_at: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @example 2026-02-18T14:22:06Z
             */
            responded_at: string | null;
            /**
             * @description Of the delivery. Only `delivered` is shown; the list is open.
             * @example delivered
             */
            status: string;
            created_at: components["schemas"]["Timestamp"];
        };
        ConversationMessagePage: {
            /**
             * @description How many there are; the only example has 2 for one record.
             * @example 2
             */
            count: number;
            /** @description The oldest first. */
            messages: components["schemas"]["ConversationMessage"][];
            next_cursor?: components["schemas"]["NextCursor"];
        };
        ConversationPage: {
            /**
             * @description How many there are; whether on this page or in all, no text says.
             * @example 1
             */
            count: number;
            conversations: components["schemas"]["Conversation"][];
            next_cursor?: components["schemas"]["NextCursor"];
        };
        /** @enum {string} */
        ConversationStatus: "ACTIVE" | "CLOSED" | "ARCHIVED" | "HANDOFF_PENDING" | "AGENT_ACTIVE";
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
        Flow: {
            /** @example 01JFLW123ABC */
            id: string;
            /** @example 01JMXYZ123ABC */
            chatbot_id: string;
            /** @example Main Flow */
            name: string;
            type: components["schemas"]["FlowType"];
            /** @enum {string} */
            status: "draft" | "published";
            flow: components["schemas"]["FlowDefinition"];
            created_at: components["schemas"]["Timestamp"];
            /** Format: date-time */
            updated_at?: string | null;
        } & unknown;
        /** @description What is to change; what is left out stays as it is. */
        FlowChange: {
            name?: string;
            flow?: components["schemas"]["FlowDefinition"];
        };
        FlowCheck: {
            valid: boolean;
            /** @description What keeps the flow from being published. The form of one is not documented. */
            errors: unknown[];
            warnings: {
                /**
                 * @description Where in the definition.
                 * @example states.greeting.transitions
                 */
                path: string;
                message: string;
            }[];
        };
        /**
         * @description States by name. Each has what the bot says in it and, by `transitions`, which state an answer leads to; `default` is
         *     taken when nothing else fits. Shown with and without an enclosing `states`, and no schema is documented.
         */
        FlowDefinition: Record<string, unknown>;
        FlowList: {
            items: components["schemas"]["FlowSummary"][];
            /**
             * @description How many flows there are.
             * @example 1
             */
            total: number;
        };
        /** @description A flow as lists show it, without its definition. */
        FlowSummary: {
            /** @example 01JFLW123ABC */
            id: string;
            /** @example 01JMXYZ123ABC */
            chatbot_id: string;
            /** @example Main Flow */
            name: string;
            type: components["schemas"]["FlowType"];
            /** @enum {string} */
            status: "draft" | "published";
            created_at: components["schemas"]["Timestamp"];
        };
        /**
         * @description `conversation` is what a chatbot talks by; `meta` is a form for WhatsApp, of no use in a chat.
         * @enum {string}
         */
        FlowType: "conversation" | "meta";
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
        NewChatbot: {
            /** @example Support Bot */
            name: string;
            description?: string;
            /** @example support */
            category?: string;
        };
        NewFlow: {
            /** @example Main Flow */
            name: string;
            type: components["schemas"]["FlowType"];
            flow?: components["schemas"]["FlowDefinition"];
        };
        /**
         * @description The `cursor` of the next page. On the last page it is null, or (the documentation is silent) absent.
         * @example eyJpZCI6IjAxSlBRIn0=
         */
        NextCursor: string | null;
        Publication: {
            /** @example 01JFLW123ABC */
            id: string;
            /** @constant */
            status: "published";
            published_at: components["schemas"]["Timestamp"];
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
        /** @description There is no such conversation. */
        ConversationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The flow's name is taken, or its definition stands in the way. */
        FlowConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        /** @description There is no such flow. */
        FlowNotFound: {
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
        /** @description There is one of this name already. */
        NameTaken: {
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
        /** @description The workspace's plan allows no more of them. */
        PlanLimit: {
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
        /**
         * @description The conversation's id.
         * @example 01JPQ...
         */
        ConversationId: string;
        /**
         * @description Where the page begins; a `next_cursor`, as it was given.
         * @example eyJpZCI6IjAxSlBRIn0=
         */
        Cursor: string;
        /**
         * @description The flow's id.
         * @example 01JFLW...
         */
        FlowId: string;
        /**
         * @description How many items one page holds at most.
         * @example 20
         */
        PageLimit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Account = components['schemas']['Account'];
export type AudioMessage = components['schemas']['AudioMessage'];
export type BotReply = components['schemas']['BotReply'];
export type ButtonsMessage = components['schemas']['ButtonsMessage'];
export type ChatSession = components['schemas']['ChatSession'];
export type Chatbot = components['schemas']['Chatbot'];
export type ChatbotChange = components['schemas']['ChatbotChange'];
export type ChatbotPage = components['schemas']['ChatbotPage'];
export type ChatbotStats = components['schemas']['ChatbotStats'];
export type ChatbotSummary = components['schemas']['ChatbotSummary'];
export type Conversation = components['schemas']['Conversation'];
export type ConversationMessage = components['schemas']['ConversationMessage'];
export type ConversationMessagePage = components['schemas']['ConversationMessagePage'];
export type ConversationPage = components['schemas']['ConversationPage'];
export type ConversationStatus = components['schemas']['ConversationStatus'];
export type DocumentMessage = components['schemas']['DocumentMessage'];
export type Error = components['schemas']['Error'];
export type Flow = components['schemas']['Flow'];
export type FlowChange = components['schemas']['FlowChange'];
export type FlowCheck = components['schemas']['FlowCheck'];
export type FlowDefinition = components['schemas']['FlowDefinition'];
export type FlowList = components['schemas']['FlowList'];
export type FlowSummary = components['schemas']['FlowSummary'];
export type FlowType = components['schemas']['FlowType'];
export type GenericMessage = components['schemas']['GenericMessage'];
export type ImageMessage = components['schemas']['ImageMessage'];
export type ListMessage = components['schemas']['ListMessage'];
export type NewChatbot = components['schemas']['NewChatbot'];
export type NewFlow = components['schemas']['NewFlow'];
export type NextCursor = components['schemas']['NextCursor'];
export type Publication = components['schemas']['Publication'];
export type Refusal = components['schemas']['Refusal'];
export type TextMessage = components['schemas']['TextMessage'];
export type Timestamp = components['schemas']['Timestamp'];
export type UserMessage = components['schemas']['UserMessage'];
export type VideoMessage = components['schemas']['VideoMessage'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseChatSessionClosed = components['responses']['ChatSessionClosed'];
export type ResponseChatSessionNotFound = components['responses']['ChatSessionNotFound'];
export type ResponseChatbotNotFound = components['responses']['ChatbotNotFound'];
export type ResponseConversationNotFound = components['responses']['ConversationNotFound'];
export type ResponseFlowConflict = components['responses']['FlowConflict'];
export type ResponseFlowNotFound = components['responses']['FlowNotFound'];
export type ResponseInvalidKey = components['responses']['InvalidKey'];
export type ResponseNameTaken = components['responses']['NameTaken'];
export type ResponseNoPublishedFlow = components['responses']['NoPublishedFlow'];
export type ResponseNotPermitted = components['responses']['NotPermitted'];
export type ResponsePlanLimit = components['responses']['PlanLimit'];
export type ResponseProcessingFailed = components['responses']['ProcessingFailed'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseUnprocessable = components['responses']['Unprocessable'];
export type ParameterChatbotId = components['parameters']['ChatbotId'];
export type ParameterConversationId = components['parameters']['ConversationId'];
export type ParameterCursor = components['parameters']['Cursor'];
export type ParameterFlowId = components['parameters']['FlowId'];
export type ParameterPageLimit = components['parameters']['PageLimit'];
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
    listConversations: {
        parameters: {
            query?: {
                /**
                 * @description Only conversations in this state.
                 * @example ACTIVE
                 */
                status?: "ACTIVE" | "CLOSED" | "ARCHIVED" | "HANDOFF_PENDING" | "AGENT_ACTIVE";
                /**
                 * @description Only conversations on this channel, such as `whatsapp`, `web`, `sms` or `api`.
                 * @example api
                 */
                channel?: string;
                /**
                 * @description Only conversations created at this time or later.
                 * @example 2026-02-18T00:00:00Z
                 */
                start_time?: string;
                /**
                 * @description Only conversations created at this time or earlier.
                 * @example 2026-02-19T00:00:00Z
                 */
                end_time?: string;
                /**
                 * @description How many items one page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["PageLimit"];
                /**
                 * @description Where the page begins; a `next_cursor`, as it was given.
                 * @example eyJpZCI6IjAxSlBRIn0=
                 */
                cursor?: components["parameters"]["Cursor"];
            };
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
            /** @description A page of conversations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    getConversation: {
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
                 * @description The conversation's id.
                 * @example 01JPQ...
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ConversationNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    listConversationMessages: {
        parameters: {
            query?: {
                /**
                 * @description How many items one page holds at most.
                 * @example 20
                 */
                limit?: components["parameters"]["PageLimit"];
                /**
                 * @description Where the page begins; a `next_cursor`, as it was given.
                 * @example eyJpZCI6IjAxSlBRIn0=
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description The chatbot's id.
                 * @example 01JMXYZ123ABC
                 */
                chatbot_id: components["parameters"]["ChatbotId"];
                /**
                 * @description The conversation's id.
                 * @example 01JPQ...
                 */
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exchanges. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationMessagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ConversationNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workspace and its key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    listChatbots: {
        parameters: {
            query?: {
                /**
                 * @description How many chatbots one page holds at most.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description Where the page begins; a `next_cursor`, as it was given.
                 * @example eyJpZCI6IjAxSlBRIn0=
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of chatbots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    createChatbot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChatbot"];
            };
        };
        responses: {
            /** @description The chatbot. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chatbot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            402: components["responses"]["PlanLimit"];
            403: components["responses"]["NotPermitted"];
            409: components["responses"]["NameTaken"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    getChatbot: {
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
            /** @description The chatbot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chatbot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteChatbot: {
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
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    updateChatbot: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatbotChange"];
            };
        };
        responses: {
            /** @description The chatbot, changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chatbot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            409: components["responses"]["NameTaken"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    getChatbotStats: {
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
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatbotStats"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    listFlows: {
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
            /** @description All flows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    createFlow: {
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFlow"];
            };
        };
        responses: {
            /** @description The draft. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["ChatbotNotFound"];
            409: components["responses"]["FlowConflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    getFlow: {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["FlowNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteFlow: {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["FlowNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    updateFlow: {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowChange"];
            };
        };
        responses: {
            /** @description The flow, changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["FlowNotFound"];
            409: components["responses"]["FlowConflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    validateFlow: {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["FlowNotFound"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    publishFlow: {
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
                 * @description The flow's id.
                 * @example 01JFLW...
                 */
                flow_id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is live. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidKey"];
            403: components["responses"]["NotPermitted"];
            404: components["responses"]["FlowNotFound"];
            409: components["responses"]["FlowConflict"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
}
