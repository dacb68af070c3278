// Generated from openapi/sahut by `npm run generate`, with openapi-typescript. Do not edit.

export interface paths {
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description One page of the workspace's conversations, narrowed by the filters that are given.
         */
        get: operations["listConversations"];
        put?: never;
        /**
         * Create a conversation
         * @description Starts an outbound conversation with a contact on a channel, with a first message if one is given.
         */
        post: operations["createConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id.
                 * @example conv_01HX2B9K3M5N7P
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Get a conversation
         * @description One conversation by its id.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a conversation
         * @description Changes status, assignment or labels; what the body leaves out stays as it is.
         */
        patch: operations["updateConversation"];
        trace?: never;
    };
    "/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the conversation that holds the messages.
                 * @example conv_01HX2B9K3M5N7P
                 */
                conversation_id: string;
            };
            cookie?: never;
        };
        /**
         * List messages in a conversation
         * @description One page of the conversation's messages, the oldest first.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message
         * @description Says something in the conversation; it goes out through the conversation's channel, unless it is a
         *     private note.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts
         * @description One page of the workspace's contacts, narrowed by the filters that are given.
         */
        get: operations["listContacts"];
        put?: never;
        /**
         * Create a contact
         * @description Adds a contact to the workspace, so that conversations can be started with it.
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The contact's id.
                 * @example ct_01HX3C0L4N6P8Q
                 */
                id: string;
            };
            cookie?: never;
        };
        /**
         * Get a contact
         * @description One contact by its id.
         */
        get: operations["getContact"];
        /**
         * Update a contact
         * @description Changes the members that the body names; what it leaves out stays as it is.
         */
        put: operations["updateContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a webhook
         * @description Subscribes an address to events. Only this answer shows the secret that deliveries are signed with.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook's id.
                 * @example wh_01HX6G4P8R0T2U
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Ends the subscription; no more events are sent to its address.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "conversation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A conversation was created
         * @description A conversation has started, whoever started it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description HMAC-SHA256 over the raw body, keyed with the webhook's secret. How its bytes are written down is
                     *     not documented.
                     * @example 3f0a1be5c0ed3b1a7c1d0a7c2bb5d4a3a8f1c0b7b2d5e6f708192a3b4c5d6e7f
                     */
                    "X-Sahut-Signature": components["parameters"]["Signature"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Delivery"];
            responses: {
                "2XX": components["responses"]["Received"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A conversation changed
         * @description The status, the assignee or the labels of a conversation are others than before.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description HMAC-SHA256 over the raw body, keyed with the webhook's secret. How its bytes are written down is
                     *     not documented.
                     * @example 3f0a1be5c0ed3b1a7c1d0a7c2bb5d4a3a8f1c0b7b2d5e6f708192a3b4c5d6e7f
                     */
                    "X-Sahut-Signature": components["parameters"]["Signature"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Delivery"];
            responses: {
                "2XX": components["responses"]["Received"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A conversation was resolved
         * @description A conversation has been marked as done.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description HMAC-SHA256 over the raw body, keyed with the webhook's secret. How its bytes are written down is
                     *     not documented.
                     * @example 3f0a1be5c0ed3b1a7c1d0a7c2bb5d4a3a8f1c0b7b2d5e6f708192a3b4c5d6e7f
                     */
                    "X-Sahut-Signature": components["parameters"]["Signature"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Delivery"];
            responses: {
                "2XX": components["responses"]["Received"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message was sent or received
         * @description Somebody has said something in any of the conversations.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description HMAC-SHA256 over the raw body, keyed with the webhook's secret. How its bytes are written down is
                     *     not documented.
                     * @example 3f0a1be5c0ed3b1a7c1d0a7c2bb5d4a3a8f1c0b7b2d5e6f708192a3b4c5d6e7f
                     */
                    "X-Sahut-Signature": components["parameters"]["Signature"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Delivery"];
            responses: {
                "2XX": components["responses"]["Received"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "contact.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A contact was created
         * @description There is a new contact profile.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description HMAC-SHA256 over the raw body, keyed with the webhook's secret. How its bytes are written down is
                     *     not documented.
                     * @example 3f0a1be5c0ed3b1a7c1d0a7c2bb5d4a3a8f1c0b7b2d5e6f708192a3b4c5d6e7f
                     */
                    "X-Sahut-Signature": components["parameters"]["Signature"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Delivery"];
            responses: {
                "2XX": components["responses"]["Received"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "contact.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A contact changed
         * @description The details of a contact are others than before.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /**
                     * @description HMAC-SHA256 over the raw body, keyed with the webhook's secret. How its bytes are written down is
                     *     not documented.
                     * @example 3f0a1be5c0ed3b1a7c1d0a7c2bb5d4a3a8f1c0b7b2d5e6f708192a3b4c5d6e7f
                     */
                    "X-Sahut-Signature": components["parameters"]["Signature"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: components["requestBodies"]["Delivery"];
            responses: {
                "2XX": components["responses"]["Received"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description A system event. */
        ActivityMessage: {
            id: string;
            /** @constant */
            type: "activity";
            content: string | null;
            sender?: components["schemas"]["Sender"] | null;
            attachments: components["schemas"]["Attachment"][];
            created_at: components["schemas"]["Timestamp"];
        };
        Attachment: {
            url: string;
            content_type: string;
            file_name: string;
        };
        BadRequestError: {
            error: {
                /** @constant */
                code: "bad_request";
                /** @description The reason, for people. */
                message: string;
                /** @constant */
                status: 400;
            };
        };
        /** @description A customer, as the workspace knows them. */
        Contact: {
            /** @example ct_01HX3C0L4N6P8Q */
            id: string;
            /** @example Budi Santoso */
            name: string;
            /** @example budi@example.com */
            email?: string | null;
            /** @example +628123456789 */
            phone?: string | null;
            /** @example PT Contoh Indonesia */
            company?: string | null;
            /**
             * @description Tag names.
             * @example [
             *       "vip",
             *       "reseller"
             *     ]
             */
            tags: string[];
            /**
             * @description Values of the attributes that the workspace has defined, by name.
             * @example {
             *       "customer_tier": "silver"
             *     }
             */
            custom_attributes?: {
                [key: string]: unknown;
            } | null;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description What is left out keeps its value. */
        ContactChange: {
            /** @description The full name. */
            name?: string;
            /** @description In E.164, such as +628123456789. */
            phone?: string | null;
            email?: string | null;
            company?: string | null;
            /** @description The tags that the contact has from now on. */
            tags?: string[];
            /** @description Values of the attributes that the workspace has defined, by name. */
            custom_attributes?: {
                [key: string]: unknown;
            };
        };
        ContactList: {
            data: components["schemas"]["Contact"][];
            meta: components["schemas"]["PageMeta"];
        };
        ContactResult: {
            data: components["schemas"]["Contact"];
        };
        /** @description A thread of messages between the team and one contact on one channel. */
        Conversation: {
            /** @example conv_01HX2B9K3M5N7P */
            id: string;
            status: components["schemas"]["ConversationStatus"];
            /** @description Where the conversation takes place. */
            channel: {
                /** @example ch_01HX1A8J2L4M6N */
                id: string;
                /**
                 * @description The kind of channel. Only `whatsapp` is shown; the list is open.
                 * @example whatsapp
                 */
                type: string;
                /** @example WhatsApp Utama */
                name: string;
            };
            /** @description Whom the conversation is with. */
            contact: {
                /** @example ct_01HX3C0L4N6P8Q */
                id: string;
                /** @example Budi Santoso */
                name: string;
                /**
                 * @description Not every contact has one; absent or null then.
                 * @example +628123456789
                 */
                phone?: string | null;
            };
            /** @description The agent who has the conversation; null or absent when it is unassigned. */
            assignee?: {
                /** @example usr_01HX0Z7I1K3L5M */
                id: string;
                /** @example Sari Dewi */
                name: string;
            } | null;
            /** @description Label names. */
            labels: string[];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        ConversationChange: {
            status?: components["schemas"]["ConversationStatus"];
            /** @description The agent to assign to; null unassigns. */
            assignee_id?: string | null;
            /** @description The team to assign to. */
            team_id?: string;
            /** @description The labels that the conversation has from now on, in place of those it had. */
            labels?: string[];
        };
        ConversationList: {
            data: components["schemas"]["Conversation"][];
            meta: components["schemas"]["PageMeta"];
        };
        ConversationResult: {
            data: components["schemas"]["Conversation"];
        };
        /**
         * @description `open` waits for a reply or an action, `pending` waits for the customer, `resolved` is done, `snoozed`
         *     is hidden until a chosen time.
         * @enum {string}
         */
        ConversationStatus: "open" | "pending" | "resolved" | "snoozed";
        CreatedContactResult: {
            data: components["schemas"]["Contact"];
        };
        /** @description A webhook, shown in full this once. */
        CreatedWebhook: {
            /** @example wh_01HX6G4P8R0T2U */
            id: string;
            /** @example https://yourserver.com/sahut-webhook */
            url: string;
            /**
             * @example [
             *       "message.created",
             *       "conversation.resolved"
             *     ]
             */
            events: string[];
            /**
             * @description What deliveries are signed with. It is never shown again.
             * @example whsec_a1b2c3d4e5f6
             */
            secret: string;
            created_at: components["schemas"]["Timestamp"];
        };
        CreatedWebhookResult: {
            data: components["schemas"]["CreatedWebhook"];
        };
        /** @description What `data` holds after a deletion is not documented. */
        DeletedResult: {
            data: unknown;
        };
        /**
         * @description What a webhook can be told of.
         * @enum {string}
         */
        EventType: "conversation.created" | "conversation.updated" | "conversation.resolved" | "message.created" | "contact.created" | "contact.updated";
        ForbiddenError: {
            error: {
                /** @constant */
                code: "forbidden";
                /** @description The reason, for people. */
                message: string;
                /** @constant */
                status: 403;
            };
        };
        /** @description Something said, or something that happened, in a conversation. */
        Message: components["schemas"]["SpokenMessage"] | components["schemas"]["ActivityMessage"];
        MessageList: {
            data: components["schemas"]["Message"][];
            meta: components["schemas"]["PageMeta"];
        };
        MessageResult: {
            data: components["schemas"]["Message"];
        };
        NewContact: {
            /** @description The full name. */
            name: string;
            /** @description In E.164, such as +628123456789. */
            phone?: string;
            email?: string;
            company?: string;
            /** @description Tag names. */
            tags?: string[];
            /** @description Values of the attributes that the workspace has defined, by name. */
            custom_attributes?: {
                [key: string]: unknown;
            };
        };
        NewConversation: {
            /** @description The contact to talk to. */
            contact_id: string;
            /** @description The channel to use. */
            channel_id: string;
            /** @description A first message. `content` for text, `template_id` for a WhatsApp template. */
            message?: {
                content?: string;
                template_id?: string;
            } & ({
                content: string;
            } | {
                template_id: string;
            });
            /** @description The agent who gets the conversation at once. */
            assignee_id?: string;
        };
        NewMessage: {
            /** @description The text. Required unless a template is sent. */
            content?: string;
            /** @description An approved WhatsApp template, for customers who have not written in the last 24 hours. */
            template_id?: string;
            /** @description What to put in place of the template's variables, by name. */
            template_variables?: {
                [key: string]: unknown;
            };
            /**
             * @description True makes it an internal note, which the customer never sees.
             * @default false
             */
            private?: boolean;
        } & ({
            /** @description The text. Required unless a template is sent. */
            content: string;
        } | {
            /** @description An approved WhatsApp template, for customers who have not written in the last 24 hours. */
            template_id: string;
        });
        NewWebhook: {
            /** @description The HTTPS address that events are sent to. */
            url: string;
            /** @description Which events are sent. */
            events: components["schemas"]["EventType"][];
        };
        NotFoundError: {
            error: {
                /** @constant */
                code: "not_found";
                /** @description The reason, for people. */
                message: string;
                /** @constant */
                status: 404;
            };
        };
        /** @description Where this page stands in the whole list. */
        PageMeta: {
            /** @description How many items match, over all pages. */
            total: number;
            /** @description Which page this is. */
            page: number;
            /** @description The page size that was used. */
            per_page: number;
            /** @description How many pages there are at this size. */
            total_pages: number;
        };
        RateLimitedError: {
            error: {
                /** @constant */
                code: "rate_limited";
                /** @description The reason, for people. */
                message: string;
                /** @constant */
                status: 429;
            };
        };
        /** @description Who sent the message. */
        Sender: {
            /** @enum {string} */
            type: "contact" | "agent" | "bot";
            id: string;
            name: string;
        };
        ServerError: {
            error: {
                /** @constant */
                code: "server_error";
                /** @description The reason, for people. */
                message: string;
                /** @constant */
                status: 500;
            };
        };
        /** @description What the customer or the team said. */
        SpokenMessage: {
            /** @example msg_01HX5E2N6P8R0S */
            id: string;
            /**
             * @description `incoming` from the customer, `outgoing` from an agent or a bot.
             * @enum {string}
             */
            type: "incoming" | "outgoing";
            content: string | null;
            sender: components["schemas"]["Sender"];
            /** @description Files that came with the message; empty when there are none. */
            attachments: components["schemas"]["Attachment"][];
            created_at: components["schemas"]["Timestamp"];
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC.
         * @example 2024-03-15T08:30:00Z
         */
        Timestamp: string;
        UnauthorizedError: {
            error: {
                /** @constant */
                code: "unauthorized";
                /** @description The reason, for people. */
                message: string;
                /** @constant */
                status: 401;
            };
        };
        ValidationError: {
            error: {
                /** @constant */
                code: "validation_error";
                /** @description The reason, for people. */
                message: string;
                /** @constant */
                status: 422;
            };
        };
        /** @description One envelope for all events; what its members are called is not documented. */
        WebhookEvent: {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description A required field is missing, or a value is invalid. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestError"];
            };
        };
        /** @description The contact that was added. */
        CreatedContact: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreatedContactResult"];
            };
        };
        /** @description The conversation that was started. */
        CreatedConversation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConversationResult"];
            };
        };
        /** @description The webhook, with its secret. */
        CreatedWebhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreatedWebhookResult"];
            };
        };
        /** @description The API key may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ForbiddenError"];
            };
        };
        /** @description There is no such resource. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["NotFoundError"];
            };
        };
        /** @description Too many requests; wait as long as Retry-After says. */
        RateLimited: {
            headers: {
                /**
                 * @description How many seconds to wait before the next request.
                 * @example 30
                 */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitedError"];
            };
        };
        /**
         * @description Received. Any 2xx within 10 seconds will do; without one, the delivery is tried again after 5 s,
         *     30 s, 2 min, 10 min and 30 min.
         */
        Received: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The message that was sent. */
        SentMessage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessageResult"];
            };
        };
        /** @description A fault on Sahut's side; try again later. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServerError"];
            };
        };
        /** @description The API key is missing or not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UnauthorizedError"];
            };
        };
        /** @description The request is well formed and still breaks a rule. */
        ValidationError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationError"];
            };
        };
    };
    parameters: {
        /**
         * @description Which page, counted from 1.
         * @example 1
         */
        Page: number;
        /**
         * @description HMAC-SHA256 over the raw body, keyed with the webhook's secret. How its bytes are written down is
         *     not documented.
         * @example 3f0a1be5c0ed3b1a7c1d0a7c2bb5d4a3a8f1c0b7b2d5e6f708192a3b4c5d6e7f
         */
        Signature: string;
    };
    requestBodies: {
        /** @description What happened. All events share one envelope. */
        Delivery: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type ActivityMessage = components['schemas']['ActivityMessage'];
export type Attachment = components['schemas']['Attachment'];
export type BadRequestError = components['schemas']['BadRequestError'];
export type Contact = components['schemas']['Contact'];
export type ContactChange = components['schemas']['ContactChange'];
export type ContactList = components['schemas']['ContactList'];
export type ContactResult = components['schemas']['ContactResult'];
export type Conversation = components['schemas']['Conversation'];
export type ConversationChange = components['schemas']['ConversationChange'];
export type ConversationList = components['schemas']['ConversationList'];
export type ConversationResult = components['schemas']['ConversationResult'];
export type ConversationStatus = components['schemas']['ConversationStatus'];
export type CreatedContactResult = components['schemas']['CreatedContactResult'];
export type CreatedWebhook = components['schemas']['CreatedWebhook'];
export type CreatedWebhookResult = components['schemas']['CreatedWebhookResult'];
export type DeletedResult = components['schemas']['DeletedResult'];
export type EventType = components['schemas']['EventType'];
export type ForbiddenError = components['schemas']['ForbiddenError'];
export type Message = components['schemas']['Message'];
export type MessageList = components['schemas']['MessageList'];
export type MessageResult = components['schemas']['MessageResult'];
export type NewContact = components['schemas']['NewContact'];
export type NewConversation = components['schemas']['NewConversation'];
export type NewMessage = components['schemas']['NewMessage'];
export type NewWebhook = components['schemas']['NewWebhook'];
export type NotFoundError = components['schemas']['NotFoundError'];
export type PageMeta = components['schemas']['PageMeta'];
export type RateLimitedError = components['schemas']['RateLimitedError'];
export type Sender = components['schemas']['Sender'];
export type ServerError = components['schemas']['ServerError'];
export type SpokenMessage = components['schemas']['SpokenMessage'];
export type Timestamp = components['schemas']['Timestamp'];
export type UnauthorizedError = components['schemas']['UnauthorizedError'];
export type ValidationError = components['schemas']['ValidationError'];
export type WebhookEvent = components['schemas']['WebhookEvent'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseCreatedContact = components['responses']['CreatedContact'];
export type ResponseCreatedConversation = components['responses']['CreatedConversation'];
export type ResponseCreatedWebhook = components['responses']['CreatedWebhook'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseReceived = components['responses']['Received'];
export type ResponseSentMessage = components['responses']['SentMessage'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseValidationError = components['responses']['ValidationError'];
export type ParameterPage = components['parameters']['Page'];
export type ParameterSignature = components['parameters']['Signature'];
export type RequestBodyDelivery = components['requestBodies']['Delivery'];
export type $defs = Record<string, never>;
export interface operations {
    listConversations: {
        parameters: {
            query?: {
                /**
                 * @description Only conversations in this state. Left out, all states are returned.
                 * @example open
                 */
                status?: components["schemas"]["ConversationStatus"];
                /**
                 * @description Only conversations of this channel.
                 * @example ch_01HX1A8J2L4M6N
                 */
                channel_id?: string;
                /** @description Only conversations assigned to this agent; `unassigned` selects those without one. */
                assignee_id?: string;
                /**
                 * @description Which page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many conversations one page holds.
                 * @example 10
                 */
                per_page?: number;
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["ConversationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    createConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConversation"];
            };
        };
        responses: {
            200: components["responses"]["CreatedConversation"];
            201: components["responses"]["CreatedConversation"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
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
                 * @description The conversation's id.
                 * @example conv_01HX2B9K3M5N7P
                 */
                id: string;
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
                    "application/json": components["schemas"]["ConversationResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    updateConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id.
                 * @example conv_01HX2B9K3M5N7P
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversationChange"];
            };
        };
        responses: {
            /** @description The conversation after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /**
                 * @description Which page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many messages one page holds.
                 * @example 50
                 */
                per_page?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The id of the conversation that holds the messages.
                 * @example conv_01HX2B9K3M5N7P
                 */
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the conversation that holds the messages.
                 * @example conv_01HX2B9K3M5N7P
                 */
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            200: components["responses"]["SentMessage"];
            201: components["responses"]["SentMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /**
                 * @description Only contacts whose name, phone number or email matches.
                 * @example budi
                 */
                q?: string;
                /**
                 * @description Only contacts that have this tag.
                 * @example vip
                 */
                tag?: string;
                /**
                 * @description Which page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many contacts one page holds.
                 * @example 5
                 */
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            200: components["responses"]["CreatedContact"];
            201: components["responses"]["CreatedContact"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The contact's id.
                 * @example ct_01HX3C0L4N6P8Q
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The contact's id.
                 * @example ct_01HX3C0L4N6P8Q
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChange"];
            };
        };
        responses: {
            /** @description The contact after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            200: components["responses"]["CreatedWebhook"];
            201: components["responses"]["CreatedWebhook"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The webhook's id.
                 * @example wh_01HX6G4P8R0T2U
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResult"];
                };
            };
            /** @description The webhook is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerError"];
        };
    };
}
