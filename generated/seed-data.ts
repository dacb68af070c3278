// Generated from server/seed-data/schema.json by openapi-typescript. Do not edit: `npm run generate`.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SeedData: {
            /** @description The workspaces of Sahut. */
            sahut?: components["schemas"]["SahutWorkspace"][];
            /** @description The workspaces of Sarufi. */
            sarufi?: components["schemas"]["SarufiWorkspace"][];
        };
        /** @description Unique among all of its kind, and at most 100 characters of A-Z, a-z, 0-9, _ and -. */
        Id: string;
        /** @description A UTC timestamp such as 2024-03-15T08:30:00Z, or a time from the server's start on: -90s, -30m, -2h, -3d, 0s, +1h. */
        Moment: string;
        Text: string;
        SahutWorkspace: {
            id: components["schemas"]["Id"];
            keys: components["schemas"]["SahutKey"][];
            channels?: components["schemas"]["Channel"][];
            agents?: components["schemas"]["Person"][];
            /** @description Who may be the sender of a message without being an agent. */
            bots?: components["schemas"]["Person"][];
            teams?: components["schemas"]["Person"][];
            templates?: components["schemas"]["Template"][];
            contacts?: components["schemas"]["Contact"][];
            /** @description Automation rules, which run from the first to the last. */
            rules?: components["schemas"]["Rule"][];
            conversations?: components["schemas"]["SahutConversation"][];
        };
        SahutKey: {
            /** @description The secret that a client sends. */
            key: string;
            id?: components["schemas"]["Id"];
            /** @description Default: API. */
            label?: components["schemas"]["Text"];
            /**
             * @description 60, 300 or 1,000 requests a minute. Default: business.
             * @enum {unknown}
             */
            plan?: "starter" | "pro" | "business";
            /** @description Default: false. */
            read_only?: boolean;
        };
        Channel: {
            id: components["schemas"]["Id"];
            /** @description Such as whatsapp, email, instagram, messenger, telegram or live_chat. Only whatsapp has a 24-hour window. */
            type: components["schemas"]["Text"];
            name: components["schemas"]["Text"];
        };
        Person: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
        };
        Template: {
            id: components["schemas"]["Id"];
            /** @description With {{name}} for each variable. */
            text: components["schemas"]["Text"];
            /**
             * @description Only an approved one can be sent. Default: approved.
             * @enum {unknown}
             */
            status?: "approved" | "pending" | "rejected";
        };
        Contact: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            /** @description E.164, such as +628123456789. */
            phone?: string;
            email?: string;
            company?: string;
            tags?: string[];
            custom_attributes?: Record<string, unknown>;
            created_at?: components["schemas"]["Moment"];
        };
        Rule: {
            name: components["schemas"]["Text"];
            /**
             * @description What sets it off. message.created means a customer's message.
             * @enum {unknown}
             */
            on: "conversation.created" | "conversation.updated" | "message.created";
            /** @description All of these hold. Default: always. */
            when?: {
                channel?: components["schemas"]["Id"];
                /** @description A word or phrase in the message, in any letter case. */
                contains?: components["schemas"]["Text"];
                /** @description A tag of the contact. */
                tag?: components["schemas"]["Text"];
            };
            then: {
                assign_agent?: components["schemas"]["Id"];
                assign_team?: components["schemas"]["Id"];
                add_label?: components["schemas"]["Text"];
                send_message?: components["schemas"]["Text"];
                /** @constant */
                resolve?: true;
                /**
                 * @description No further rule is looked at.
                 * @constant
                 */
                stop?: true;
            }[];
        };
        SahutConversation: {
            id?: components["schemas"]["Id"];
            /**
             * @description Default: open.
             * @enum {unknown}
             */
            status?: "open" | "pending" | "resolved" | "snoozed";
            /** @description Default: until the customer writes. */
            snoozed_until?: components["schemas"]["Moment"];
            channel: components["schemas"]["Id"];
            contact: components["schemas"]["Id"];
            assignee?: components["schemas"]["Id"];
            team?: components["schemas"]["Id"];
            labels?: components["schemas"]["Text"][];
            created_at?: components["schemas"]["Moment"];
            /** @description Default: when it was created. */
            updated_at?: components["schemas"]["Moment"];
            messages?: components["schemas"]["SahutMessage"][];
        };
        SahutMessage: {
            id?: components["schemas"]["Id"];
            /** @description `contact`, the id of an agent or of a bot, or `activity` for a system event. */
            from: components["schemas"]["Id"];
            /** @description Default: none, as in a message of attachments alone. */
            text?: string;
            at?: components["schemas"]["Moment"];
            /** @description An internal note. Default: false. */
            private?: boolean;
            attachments?: components["schemas"]["Attachment"][];
        };
        Attachment: {
            url: components["schemas"]["Text"];
            content_type: components["schemas"]["Text"];
            file_name: components["schemas"]["Text"];
        };
        SarufiWorkspace: {
            id: components["schemas"]["Id"];
            /** @description Default: Workspace. */
            name?: components["schemas"]["Text"];
            /** @description As GET /me shows it. Default: free. */
            plan?: components["schemas"]["Text"];
            created_at?: components["schemas"]["Moment"];
            keys: components["schemas"]["SarufiKey"][];
            chatbots?: components["schemas"]["Chatbot"][];
        };
        SarufiKey: {
            /** @description The secret that a client sends. */
            key: string;
            id?: components["schemas"]["Id"];
            /**
             * @description How the limits count: over an hour, or strictly, without bursts. Default: standard.
             * @enum {unknown}
             */
            plan?: "standard" | "strict";
        };
        Chatbot: {
            id: components["schemas"]["Id"];
            /** @description Unique in its workspace. */
            name: components["schemas"]["Text"];
            description?: string;
            category?: string;
            webhook_secret?: components["schemas"]["Text"];
            /** @description Default: true. */
            is_active?: boolean;
            created_at?: components["schemas"]["Moment"];
            flows?: components["schemas"]["Flow"][];
            chats?: components["schemas"]["Chat"][];
            conversations?: components["schemas"]["SarufiConversation"][];
        };
        Flow: {
            id: components["schemas"]["Id"];
            /** @description Default: Main. */
            name?: components["schemas"]["Text"];
            /**
             * @description Default: conversation.
             * @enum {unknown}
             */
            type?: "conversation" | "meta";
            /**
             * @description Default: published.
             * @enum {unknown}
             */
            status?: "draft" | "published";
            created_at?: components["schemas"]["Moment"];
            /** @description The definition, as the API takes it. */
            flow: Record<string, unknown>;
        };
        /** @description A chat session in which nothing has been said. */
        Chat: {
            id: components["schemas"]["Id"];
            /** @description The published flow that it runs by. */
            flow: components["schemas"]["Id"];
            state: components["schemas"]["Text"];
            /** @description Default: false. */
            closed?: boolean;
            created_at?: components["schemas"]["Moment"];
        };
        /** @description A conversation on another channel than the API. */
        SarufiConversation: {
            id?: components["schemas"]["Id"];
            /** @description Such as whatsapp, web or sms. */
            channel: components["schemas"]["Text"];
            /**
             * @description Default: ACTIVE.
             * @enum {unknown}
             */
            status?: "ACTIVE" | "CLOSED" | "ARCHIVED" | "HANDOFF_PENDING" | "AGENT_ACTIVE";
            phone?: components["schemas"]["Text"];
            /** @description The contact's. */
            name?: components["schemas"]["Text"];
            /** @description Default: 0. */
            unread?: number;
            created_at?: components["schemas"]["Moment"];
            updated_at?: components["schemas"]["Moment"];
            exchanges?: components["schemas"]["Exchange"][];
        };
        /** @description What the user said, and what was answered. */
        Exchange: {
            id?: components["schemas"]["Id"];
            asked?: string;
            answered?: string;
            /**
             * @description Default: BOT.
             * @enum {unknown}
             */
            by?: "BOT" | "HUMAN";
            at?: components["schemas"]["Moment"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SeedData = components['schemas']['SeedData'];
export type Id = components['schemas']['Id'];
export type Moment = components['schemas']['Moment'];
export type Text = components['schemas']['Text'];
export type SahutWorkspace = components['schemas']['SahutWorkspace'];
export type SahutKey = components['schemas']['SahutKey'];
export type Channel = components['schemas']['Channel'];
export type Person = components['schemas']['Person'];
export type Template = components['schemas']['Template'];
export type Contact = components['schemas']['Contact'];
export type Rule = components['schemas']['Rule'];
export type SahutConversation = components['schemas']['SahutConversation'];
export type SahutMessage = components['schemas']['SahutMessage'];
export type Attachment = components['schemas']['Attachment'];
export type SarufiWorkspace = components['schemas']['SarufiWorkspace'];
export type SarufiKey = components['schemas']['SarufiKey'];
export type Chatbot = components['schemas']['Chatbot'];
export type Flow = components['schemas']['Flow'];
export type Chat = components['schemas']['Chat'];
export type SarufiConversation = components['schemas']['SarufiConversation'];
export type Exchange = components['schemas']['Exchange'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
